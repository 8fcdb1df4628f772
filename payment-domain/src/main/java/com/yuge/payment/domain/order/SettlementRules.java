package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentFailed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentLateSucceeded;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentSucceeded;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a channel's word does to an order: the one place where money is told from money. */
record SettlementRules(PayOrder order, Instant now) {

  Settlement settle(ChannelWord word) {
    if (word.amount() != null && !word.amount().equals(order.amount())) {
      return word.isPaid() ? mismatched(word) : new Settlement.Ignored(order);
    }
    // Else a trade that paid too little would settle as soon as a callback leaves the amount out.
    if (word.isPaid() && word.amount() == null && isOf(order.mismatch(), word)) {
      return new Settlement.Duplicate(order);
    }
    if (order.status().isOpen()) {
      return word.isPaid() ? paid(word) : failed(word);
    }
    return word.isPaid() ? paidAgain(word) : failedAgain(word);
  }

  private Settlement paid(ChannelWord word) {
    TradeNo tradeNo = tradeOf(word);
    PayOrder next = order.next(PayStatus.SUCCESS, order.payUrl(), tradeNo, now, now);
    return new Settlement.Applied(
        next,
        new PaymentSucceeded(
            next.eventId(),
            next.payNo(),
            next.orderNo(),
            next.amount(),
            next.channel(),
            tradeNo,
            now));
  }

  private Settlement failed(ChannelWord word) {
    PayOrder next = order.next(PayStatus.FAILED, order.payUrl(), word.tradeNo(), null, now);
    return new Settlement.Applied(
        next,
        new PaymentFailed(
            next.eventId(),
            next.payNo(),
            next.orderNo(),
            next.amount(),
            next.channel(),
            word.tradeNo(),
            now));
  }

  private Settlement failedAgain(ChannelWord word) {
    boolean same =
        order.status() == PayStatus.FAILED
            && Objects.equals(order.channelTradeNo(), word.tradeNo());
    return same ? new Settlement.Duplicate(order) : new Settlement.Ignored(order);
  }

  // A failed trade's number does not bind a later attempt: only a trade that took money does.
  private Settlement paidAgain(ChannelWord word) {
    boolean settled =
        order.status() == PayStatus.SUCCESS
            && Objects.equals(order.channelTradeNo(), word.tradeNo());
    if (settled || isOf(order.lateSuccess(), word)) {
      return new Settlement.Duplicate(order);
    }
    boolean taken = order.status() == PayStatus.SUCCESS || order.lateSuccess() != null;
    return taken ? mismatched(word) : late(word);
  }

  private Settlement late(ChannelWord word) {
    TradeNo tradeNo = tradeOf(word);
    PayOrder next =
        order.stray(new StrayPayment(tradeNo, order.amount(), now), order.mismatch(), now);
    return new Settlement.LateSuccess(
        next,
        new PaymentLateSucceeded(
            next.eventId(),
            next.payNo(),
            next.orderNo(),
            next.amount(),
            next.channel(),
            tradeNo,
            next.status(),
            now));
  }

  private Settlement mismatched(ChannelWord word) {
    if (order.mismatch() != null) {
      return isOf(order.mismatch(), word)
          ? new Settlement.Duplicate(order)
          : new Settlement.Mismatch(order, false);
    }
    Money taken = word.amount() == null ? order.amount() : word.amount();
    StrayPayment stray = new StrayPayment(tradeOf(word), taken, now);
    return new Settlement.Mismatch(order.stray(order.lateSuccess(), stray, now), true);
  }

  private static boolean isOf(@Nullable StrayPayment payment, ChannelWord word) {
    return payment != null && payment.tradeNo().equals(word.tradeNo());
  }

  private static TradeNo tradeOf(ChannelWord word) {
    return Objects.requireNonNull(word.tradeNo(), "a payment has a trade");
  }
}
