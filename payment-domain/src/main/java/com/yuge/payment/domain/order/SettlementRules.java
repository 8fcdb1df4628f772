package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.order.PaidTrade.Heard;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentAmountDiffered;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentFailed;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentLateSucceeded;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched.Reason;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentSucceeded;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a channel's word does to an order: the one place where money is told from money. */
record SettlementRules(PayOrder order, KnownTrades known, Instant now) {

  Settlement settle(ChannelWord word) {
    if (!word.isPaid()) {
      return failed(word);
    }
    if (known.foreign().isPresent()) {
      return claimed(word);
    }
    Optional<PaidTrade> before = known.own(word.tradeNo());
    return before.isPresent() ? heardOf(before.get(), word) : paid(word);
  }

  private Settlement failed(ChannelWord word) {
    if (word.amount() != null && !isOwed(word.amount())) {
      return new Settlement.Ignored(order);
    }
    if (order.status().isFinal()) {
      return failedAgain(word);
    }
    PayOrder next = order.end(PayStatus.FAILED, word.tradeNo(), null, now);
    PaymentFailed event =
        new PaymentFailed(
            next.eventId(),
            next.payNo(),
            next.orderNo(),
            next.amount(),
            next.channel(),
            word.tradeNo(),
            now);
    return new Settlement.Applied(next, event, null);
  }

  private Settlement failedAgain(ChannelWord word) {
    boolean same =
        order.status() == PayStatus.FAILED
            && Objects.equals(order.channelTradeNo(), word.tradeNo());
    return same ? new Settlement.Duplicate(order) : new Settlement.Ignored(order);
  }

  // A failed trade's number does not bind a later attempt: only a trade that took money does.
  private Settlement paid(ChannelWord word) {
    if (order.status() == PayStatus.SUCCESS && tradeNo(word).equals(order.channelTradeNo())) {
      return new Settlement.Duplicate(order); // Paid beside the previous version: no row of it yet.
    }
    boolean taken = order.status() == PayStatus.SUCCESS || known.has(Kind.LATE);
    if (taken) {
      return unapplied(word, Kind.DUPLICATE);
    }
    if (word.amount() != null && !isOwed(word.amount())) {
      return unapplied(word, Kind.MISMATCH);
    }
    return order.status().isOpen() ? settled(word) : late(word);
  }

  private Settlement settled(ChannelWord word) {
    PaidTrade payment = received(word, Kind.SETTLED);
    PayOrder next = order.end(PayStatus.SUCCESS, payment.tradeNo(), paidAt(payment), now);
    PaymentSucceeded event =
        new PaymentSucceeded(
            next.eventId(),
            next.payNo(),
            next.orderNo(),
            next.amount(),
            next.channel(),
            payment.tradeNo(),
            paidAt(payment),
            now);
    return new Settlement.Applied(next, event, payment);
  }

  private Settlement late(ChannelWord word) {
    PaidTrade payment = received(word, Kind.LATE);
    PayOrder next = order.nextVersion(now);
    PaymentLateSucceeded event =
        new PaymentLateSucceeded(
            next.eventId(),
            next.payNo(),
            next.orderNo(),
            next.amount(),
            next.channel(),
            payment.tradeNo(),
            next.status(),
            paidAt(payment),
            now);
    return new Settlement.LateSuccess(next, event, payment);
  }

  private Settlement unapplied(ChannelWord word, Kind kind) {
    PaidTrade payment = received(word, kind);
    PayOrder next = order.nextVersion(now);
    return new Settlement.Mismatch(
        next, mismatched(next, Reason.valueOf(kind.name()), word), payment);
  }

  private Settlement claimed(ChannelWord word) {
    if (known.claimed()) {
      return new Settlement.Duplicate(order);
    }
    TradeNo tradeNo = tradeNo(word);
    TradeClaim claim =
        new TradeClaim(0, order.channel(), tradeNo, order.payNo(), word.amount(), now);
    PayOrder next = order.nextVersion(now);
    return new Settlement.Claim(next, mismatched(next, Reason.CLAIM, word), claim);
  }

  // A word without an amount says nothing new of a payment, whatever is known of that.
  private Settlement heardOf(PaidTrade payment, ChannelWord word) {
    Money said = word.amount();
    if (said == null || said.equals(payment.amount())) {
      return new Settlement.Duplicate(order);
    }
    boolean takenInFull = payment.kind() == Kind.SETTLED || payment.kind() == Kind.LATE;
    boolean differs = payment.amount() != null || (takenInFull && !isOwed(said));
    PaidTrade known = payment.withAmount(said, paidAt(word), differs);
    return differs
        ? differed(payment, known, said)
        : new Settlement.AmountConfirmed(order, payment, known);
  }

  private Settlement differed(PaidTrade before, PaidTrade payment, Money said) {
    PayOrder next = order.nextVersion(now);
    PaymentAmountDiffered event =
        new PaymentAmountDiffered(
            next.eventId(),
            next.payNo(),
            next.orderNo(),
            next.amount(),
            next.channel(),
            payment.kind(),
            payment.tradeNo(),
            said,
            now);
    return new Settlement.AmountDiffered(next, event, before, payment);
  }

  private PaymentMismatched mismatched(PayOrder next, Reason reason, ChannelWord word) {
    return new PaymentMismatched(
        next.eventId(),
        next.payNo(),
        next.orderNo(),
        next.amount(),
        next.channel(),
        reason,
        tradeNo(word),
        word.amount(),
        now);
  }

  private boolean isOwed(Money said) {
    return said.equals(order.amount());
  }

  private PaidTrade received(ChannelWord word, Kind kind) {
    Heard heard = new Heard(paidAt(word), now);
    return PaidTrade.received(order, tradeNo(word), kind, word.amount(), heard);
  }

  /** What the channel says of when it was paid, if it can be true. */
  private @Nullable Instant paidAt(ChannelWord word) {
    Instant said = word.paidAt();
    return said != null && order.canBePaidAt(said, now)
        ? said.truncatedTo(ChronoUnit.MICROS)
        : null;
  }

  private static Instant paidAt(PaidTrade payment) {
    return payment.paidAt() == null ? payment.receivedAt() : payment.paidAt();
  }

  private static TradeNo tradeNo(ChannelWord word) {
    return Objects.requireNonNull(word.tradeNo(), "a payment has a trade");
  }
}
