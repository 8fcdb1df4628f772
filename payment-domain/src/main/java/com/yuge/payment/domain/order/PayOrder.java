package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentClosed;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money to be collected for one order, once. Immutable: each change returns the next version.
 *
 * @param id the store's number, 0 until stored
 * @param version counts the changes; each is won by one writer
 * @param channelTradeNo the trade that decided the order
 * @param lateSuccess money that came after the order had ended unpaid
 * @param mismatch the first money that was not this order's
 */
public record PayOrder(
    long id,
    PayNo payNo,
    OrderNo orderNo,
    Money amount,
    PayChannel channel,
    PayStatus status,
    int version,
    Instant expireAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable PayUrl payUrl,
    @Nullable TradeNo channelTradeNo,
    @Nullable Instant paidAt,
    @Nullable StrayPayment lateSuccess,
    @Nullable StrayPayment mismatch) {

  public PayOrder {
    require(version >= 0, "a version counts from 0");
    require(!expireAt.isBefore(createdAt), "an order expires after its creation");
    require((status == PayStatus.SUCCESS) == (paidAt != null), "SUCCESS and paidAt go together");
    require(status != PayStatus.SUCCESS || channelTradeNo != null, "SUCCESS has a trade");
    require(status.isFinal() || channelTradeNo == null, "an open order has no deciding trade");
    require(lateSuccess == null || isEndedUnpaid(status), "only an unpaid end can be late");
  }

  /** A new order, INIT. */
  public static PayOrder create(
      PayNo payNo,
      OrderNo orderNo,
      Money amount,
      PayChannel channel,
      Instant now,
      Instant expireAt) {
    return new PayOrder(
        0,
        payNo,
        orderNo,
        amount,
        channel,
        PayStatus.INIT,
        0,
        expireAt,
        now,
        now,
        null,
        null,
        null,
        null,
        null);
  }

  /** The same order with the number that the store gave it. */
  public PayOrder stored(long storedId) {
    return copy(
        storedId,
        status,
        version,
        updatedAt,
        payUrl,
        channelTradeNo,
        paidAt,
        lateSuccess,
        mismatch);
  }

  /** INIT to PAYING; a repeat changes nothing; an order that is final or past its time refuses. */
  public Opening open(Instant now) {
    if (status.isFinal() || !now.isBefore(expireAt)) {
      return new Opening.Refused(this);
    }
    return status == PayStatus.PAYING
        ? new Opening.Begun(this, false)
        : new Opening.Begun(next(PayStatus.PAYING, payUrl, null, null, now), true);
  }

  /** Where the payer pays, as the channel said; the first answer stays. */
  public PayOrder openedAt(PayUrl url, Instant now) {
    require(status == PayStatus.PAYING && payUrl == null, "a pay url is stored once, when PAYING");
    return next(status, url, null, null, now);
  }

  /** What becomes of the channel's word on this pay order; decides only, writes nothing. */
  public Settlement settle(ChannelWord word, Instant now) {
    require(payNo.equals(word.payNo()), "a word is about its own order");
    return new SettlementRules(this, now).settle(word);
  }

  /** Ends an open order unpaid; {@code reason} is a short key, such as {@code EXPIRED}. */
  public Settlement close(String reason, Instant now) {
    if (status.isFinal()) {
      return status == PayStatus.CLOSED
          ? new Settlement.Duplicate(this)
          : new Settlement.Ignored(this);
    }
    PayOrder next = next(PayStatus.CLOSED, payUrl, null, null, now);
    return new Settlement.Applied(
        next, new PaymentClosed(next.eventId(), payNo, orderNo, amount, channel, reason, now));
  }

  public Trade trade() {
    return new Trade(payNo, amount, expireAt);
  }

  /** Whether a create request asks for this very order. */
  public boolean asks(Money otherAmount, PayChannel otherChannel) {
    return amount.equals(otherAmount) && channel == otherChannel;
  }

  /** Whether a channel took money for it that does not settle it. */
  public boolean holdsStrayMoney() {
    return lateSuccess != null || mismatch != null;
  }

  /** Of the event that tells of this version. */
  EventId eventId() {
    return EventId.of(payNo, version);
  }

  /** The next version in another, or the same, status. */
  PayOrder next(
      PayStatus nextStatus,
      @Nullable PayUrl url,
      @Nullable TradeNo tradeNo,
      @Nullable Instant paid,
      Instant now) {
    return copy(id, nextStatus, version + 1, now, url, tradeNo, paid, lateSuccess, mismatch);
  }

  /** The next version with money that does not settle it. */
  PayOrder stray(@Nullable StrayPayment late, @Nullable StrayPayment mismatched, Instant now) {
    return copy(id, status, version + 1, now, payUrl, channelTradeNo, paidAt, late, mismatched);
  }

  private PayOrder copy(
      long newId,
      PayStatus newStatus,
      int newVersion,
      Instant now,
      @Nullable PayUrl url,
      @Nullable TradeNo tradeNo,
      @Nullable Instant paid,
      @Nullable StrayPayment late,
      @Nullable StrayPayment mismatched) {
    return new PayOrder(
        newId,
        payNo,
        orderNo,
        amount,
        channel,
        newStatus,
        newVersion,
        expireAt,
        createdAt,
        now,
        url,
        tradeNo,
        paid,
        late,
        mismatched);
  }

  private static boolean isEndedUnpaid(PayStatus status) {
    return status == PayStatus.FAILED || status == PayStatus.CLOSED;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
