package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelResult;
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

/**
 * Decides how a channel's result changes an order. Only this class decides which money belongs to
 * an order.
 */
record OutcomeRules(PayOrder order, KnownTrades known, Instant now) {

  PaymentOutcome apply(ChannelResult result) {
    if (!result.isPaid()) {
      return failed(result);
    }
    if (known.foreign().isPresent()) {
      return claimed(result);
    }
    Optional<PaidTrade> before = known.own(result.tradeNo());
    return before.isPresent() ? heardOf(before.get(), result) : paid(result);
  }

  private PaymentOutcome failed(ChannelResult result) {
    if (result.amount() != null && !isOwed(result.amount())) {
      return new PaymentOutcome.Ignored(order);
    }
    if (order.status().isFinal()) {
      return failedAgain(result);
    }
    PayOrder next = order.end(PayStatus.FAILED, new Ending(now, result.tradeNo(), null));
    PaymentFailed event =
        new PaymentFailed(
            next.eventId(),
            next.payNo(),
            next.orderNo(),
            next.amount(),
            next.channel(),
            result.tradeNo(),
            now);
    return new PaymentOutcome.Applied(next, event, null);
  }

  private PaymentOutcome failedAgain(ChannelResult result) {
    boolean same =
        order.status() == PayStatus.FAILED
            && Objects.equals(order.channelTradeNo(), result.tradeNo());
    return same ? new PaymentOutcome.Duplicate(order) : new PaymentOutcome.Ignored(order);
  }

  // Only a trade that took money binds the order; the number of a failed trade does not.
  private PaymentOutcome paid(ChannelResult result) {
    if (order.status() == PayStatus.SUCCESS && tradeNo(result).equals(order.channelTradeNo())) {
      // Paid by the previous version, which wrote no row.
      return new PaymentOutcome.Duplicate(order);
    }
    boolean taken = order.status() == PayStatus.SUCCESS || known.has(Kind.LATE);
    if (taken) {
      return unapplied(result, Kind.DUPLICATE);
    }
    if (result.amount() != null && !isOwed(result.amount())) {
      return unapplied(result, Kind.MISMATCH);
    }
    return order.status().isOpen() ? applied(result) : late(result);
  }

  private PaymentOutcome applied(ChannelResult result) {
    PaidTrade payment = received(result, Kind.SETTLED);
    PayOrder next =
        order.end(PayStatus.SUCCESS, new Ending(now, payment.tradeNo(), paidAt(payment)));
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
    return new PaymentOutcome.Applied(next, event, payment);
  }

  private PaymentOutcome late(ChannelResult result) {
    PaidTrade payment = received(result, Kind.LATE);
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
    return new PaymentOutcome.LateSuccess(next, event, payment);
  }

  private PaymentOutcome unapplied(ChannelResult result, Kind kind) {
    PaidTrade payment = received(result, kind);
    PayOrder next = order.nextVersion(now);
    return new PaymentOutcome.Mismatch(
        next, mismatched(next, Reason.valueOf(kind.name()), result), payment);
  }

  private PaymentOutcome claimed(ChannelResult result) {
    if (known.claimed()) {
      return new PaymentOutcome.Duplicate(order);
    }
    TradeNo tradeNo = tradeNo(result);
    TradeClaim claim =
        new TradeClaim(0, order.channel(), tradeNo, order.payNo(), result.amount(), now);
    PayOrder next = order.nextVersion(now);
    return new PaymentOutcome.Claim(next, mismatched(next, Reason.CLAIM, result), claim);
  }

  // A result without an amount adds nothing to a known payment.
  private PaymentOutcome heardOf(PaidTrade payment, ChannelResult result) {
    Money said = result.amount();
    if (said == null || said.equals(payment.amount())) {
      return new PaymentOutcome.Duplicate(order);
    }
    boolean takenInFull = payment.kind() == Kind.SETTLED || payment.kind() == Kind.LATE;
    boolean differs = payment.amount() != null || (takenInFull && !isOwed(said));
    PaidTrade known = payment.withAmount(said, paidAt(result), differs);
    return differs
        ? differed(payment, known, said)
        : new PaymentOutcome.AmountConfirmed(order, payment, known);
  }

  private PaymentOutcome differed(PaidTrade before, PaidTrade payment, Money said) {
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
    return new PaymentOutcome.AmountDiffered(next, event, before, payment);
  }

  private PaymentMismatched mismatched(PayOrder next, Reason reason, ChannelResult result) {
    return new PaymentMismatched(
        next.eventId(),
        next.payNo(),
        next.orderNo(),
        next.amount(),
        next.channel(),
        reason,
        tradeNo(result),
        result.amount(),
        now);
  }

  private boolean isOwed(Money said) {
    return said.equals(order.amount());
  }

  private PaidTrade received(ChannelResult result, Kind kind) {
    Heard heard = new Heard(paidAt(result), now);
    return PaidTrade.received(order, tradeNo(result), kind, result.amount(), heard);
  }

  /** When the payer paid, as the channel says; null if that cannot be true. */
  private @Nullable Instant paidAt(ChannelResult result) {
    Instant said = result.paidAt();
    return said != null && order.canBePaidAt(said, now)
        ? said.truncatedTo(ChronoUnit.MICROS)
        : null;
  }

  private static Instant paidAt(PaidTrade payment) {
    return payment.paidAt() == null ? payment.receivedAt() : payment.paidAt();
  }

  private static TradeNo tradeNo(ChannelResult result) {
    return Objects.requireNonNull(result.tradeNo(), "a payment has a trade");
  }
}
