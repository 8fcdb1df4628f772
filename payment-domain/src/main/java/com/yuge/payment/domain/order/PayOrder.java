package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.limit.CountAgainstLimits;
import com.yuge.payment.domain.limit.Reservation;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentClosed;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money to be collected once for one order. Immutable: each change returns the next version.
 *
 * @param id the store's number, 0 until stored
 * @param version counts the changes; only one writer writes each version
 * @param terms the data that the channel got; null until the payment is opened
 * @param ending null while the order is open
 * @param reservation where its amount counts against limits per day; null if it does not count
 */
public record PayOrder(
    long id,
    PayNo payNo,
    PayRequest request,
    PayStatus status,
    int version,
    Instant expireAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable OpenTerms terms,
    @Nullable PayUrl payUrl,
    @Nullable Ending ending,
    @Nullable Reservation reservation) {
  /** How far a channel's time may differ from ours before it is ignored. */
  public static final Duration MOST_SKEW = Duration.ofMinutes(5);

  public PayOrder {
    require(version >= 0, "a version counts from 0");
    require(!expireAt.isBefore(createdAt), "an order must not expire before its creation");
    require(status.isFinal() == (ending != null), "a final status and an ending go together");
    require((status == PayStatus.SUCCESS) == hasPaidAt(ending), "SUCCESS and paidAt go together");
    require(status != PayStatus.SUCCESS || hasTrade(ending), "SUCCESS has a trade");
  }

  /** A new order, INIT. */
  public static PayOrder create(PayNo payNo, PayRequest request, Instant now, Instant expireAt) {
    return new PayOrder(
        0, payNo, request, PayStatus.INIT, 0, expireAt, now, now, null, null, null, null);
  }

  public OrderNo orderNo() {
    return request.orderNo();
  }

  public Money amount() {
    return request.amount();
  }

  /** The payment that counts against the limits of its user and its merchant. */
  CountAgainstLimits.Payment counts() {
    return new CountAgainstLimits.Payment(payNo, request.parties(), amount());
  }

  public PayChannel channel() {
    return request.channel();
  }

  /** The trade that decided the order. */
  public @Nullable TradeNo channelTradeNo() {
    return ending == null ? null : ending.tradeNo();
  }

  /** When the payer paid; null unless the order is SUCCESS. */
  public @Nullable Instant paidAt() {
    return ending == null ? null : ending.paidAt();
  }

  /** When it became SUCCESS, FAILED or CLOSED. */
  public @Nullable Instant endedAt() {
    return ending == null ? null : ending.at();
  }

  /** The same order with the number that the store gave it. */
  public PayOrder stored(long storedId) {
    return new PayOrder(
        storedId,
        payNo,
        request,
        status,
        version,
        expireAt,
        createdAt,
        updatedAt,
        terms,
        payUrl,
        ending,
        reservation);
  }

  /** The same version, whose amount counts there. */
  PayOrder counted(@Nullable Reservation where) {
    return new PayOrder(
        id, payNo, request, status, version, expireAt, createdAt, updatedAt, terms, payUrl, ending,
        where);
  }

  /**
   * Moves the order to PAYING on these terms. A repeat changes nothing: the first terms stay. A
   * final or expired order is refused.
   */
  public OpenResult open(OpenTerms offered, Instant now) {
    if (status.isFinal() || hasExpired(now)) {
      return new OpenResult.Refused(this);
    }
    return isBegun()
        ? new OpenResult.Begun(this, false)
        : new OpenResult.Begun(next(PayStatus.PAYING, offered, payUrl, null, now), true);
  }

  /** Whether the payment was opened at the channel, or was about to be. */
  boolean isBegun() {
    return status == PayStatus.PAYING && (terms != null || payUrl != null);
  }

  /** Adds the address where the payer pays; only once. */
  public PayOrder openedAt(PayUrl url, Instant now) {
    require(status == PayStatus.PAYING && payUrl == null, "a pay url is stored once, when PAYING");
    return next(status, terms, url, null, now);
  }

  /** Decides how the channel's result changes this order; writes nothing. */
  public PaymentOutcome apply(ChannelResult result, KnownTrades known, Instant now) {
    require(payNo.equals(result.payNo()), "a result is about its own order");
    return new OutcomeRules(this, known, now).apply(result);
  }

  /** Ends an open order unpaid; {@code reason} is a short key, such as {@code EXPIRED}. */
  public PaymentOutcome close(String reason, Instant now) {
    if (status.isFinal()) {
      return status == PayStatus.CLOSED
          ? new PaymentOutcome.Duplicate(this)
          : new PaymentOutcome.Ignored(this);
    }
    PayOrder next = end(PayStatus.CLOSED, new Ending(now, null, null));
    return new PaymentOutcome.Applied(
        next,
        new PaymentClosed(next.eventId(), payNo, orderNo(), amount(), channel(), reason, now),
        null);
  }

  /** The payment that the channel is asked to collect, with the same data each time. */
  public Trade trade() {
    return terms == null
        ? new Trade(payNo, amount(), request.subject(), expireAt)
        : new Trade(
            payNo, amount(), terms.subject(), terms.expireAt(), terms.account(), terms.payer());
  }

  /**
   * Whether a channel may know the order: we tried to open it there, or the channel sent a result.
   */
  public boolean isKnownToChannel() {
    return terms != null
        || payUrl != null
        || status == PayStatus.PAYING
        || status == PayStatus.FAILED
        || channelTradeNo() != null;
  }

  public boolean hasExpired(Instant now) {
    return !now.isBefore(expireAt);
  }

  public boolean hasEndedUnpaid() {
    return status == PayStatus.FAILED || status == PayStatus.CLOSED;
  }

  /**
   * Whether the time is plausible: not before the order and not in the future, with some clock
   * skew.
   */
  boolean canBePaidAt(Instant said, Instant now) {
    return !said.isBefore(createdAt.minus(MOST_SKEW)) && !said.isAfter(now.plus(MOST_SKEW));
  }

  /** The id of the event for this version. */
  public EventId eventId() {
    return PayOrderEvent.id(payNo, version);
  }

  /**
   * The next version with the same data, because something was recorded outside the order's row.
   */
  public PayOrder nextVersion(Instant now) {
    return next(status, terms, payUrl, ending, now);
  }

  /** The next version, in a final status. */
  PayOrder end(PayStatus end, Ending how) {
    return next(end, terms, payUrl, how, how.at());
  }

  private PayOrder next(
      PayStatus nextStatus,
      @Nullable OpenTerms nextTerms,
      @Nullable PayUrl url,
      @Nullable Ending nextEnding,
      Instant now) {
    return new PayOrder(
        id,
        payNo,
        request,
        nextStatus,
        version + 1,
        expireAt,
        createdAt,
        now,
        nextTerms,
        url,
        nextEnding,
        reservation);
  }

  private static boolean hasPaidAt(@Nullable Ending ending) {
    return ending != null && ending.paidAt() != null;
  }

  private static boolean hasTrade(@Nullable Ending ending) {
    return ending != null && ending.tradeNo() != null;
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new IllegalArgumentException(rule);
    }
  }
}
