package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.limit.CountAgainstLimits;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Applies a channel's result to a pay order: locks, decides and writes, all or nothing. */
public final class ApplyChannelResult {
  private final OrderPorts ports;
  private final WriteOutcome write;
  private final FinalPayOrderCache finals;
  private final Transactions transactions;
  private final Clock clock;

  /**
   * @param lateMoney receives the order and its payment, in the transaction, as soon as late money
   *     can be given back
   */
  public ApplyChannelResult(
      OrderPorts ports,
      AfterEndChecks checks,
      BiConsumer<PayOrder, PaidTrade> lateMoney,
      FinalPayOrderCache finals,
      Transactions transactions,
      Clock clock) {
    this.ports = ports;
    this.write =
        new WriteOutcome(
            ports, new CountAgainstLimits(ports.limits(), clock.getZone()), checks, lateMoney);
    this.finals = finals;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Applies the result.
   *
   * @param action how we got the result
   * @return empty when there is no such order
   */
  public Optional<PaymentOutcome> handle(ChannelResult result, Action action) {
    return transactions.call(
        () -> ports.orders().lock(result.payNo()).map(order -> apply(order, result, action)));
  }

  private PaymentOutcome apply(PayOrder order, ChannelResult result, Action action) {
    Instant now = clock.instant();
    PaymentOutcome outcome = decide(order, result, now);
    write(order, outcome, result, action, now);
    return outcome;
  }

  /**
   * Decides on an order that the caller has locked in its own transaction, and writes a newly
   * reported payment. A trade belongs to the order that writes it first.
   *
   * @param now the time of the decision, used for everything that follows from it
   */
  public PaymentOutcome decide(PayOrder order, ChannelResult result, Instant now) {
    PaymentOutcome outcome = order.apply(result, KnownTrades.of(paymentsBefore(order)), now);
    return outcome.writePayment(ports.trades()) ? outcome : decideOnTaken(order, result, now);
  }

  // For an open order, only a payment with the named trade matters. Adding the payment shows
  // whether it exists already. Reading first would cost every payment a query.
  private List<PaidTrade> paymentsBefore(PayOrder order) {
    return order.status().isOpen() ? List.of() : ports.trades().of(order.payNo());
  }

  private PaymentOutcome decideOnTaken(PayOrder order, ChannelResult result, Instant now) {
    TradeNo tradeNo = Objects.requireNonNull(result.tradeNo(), "a payment has a trade");
    KnownTrades taken = KnownTrades.ofTaken(ports.trades(), order, tradeNo);
    PaymentOutcome outcome = order.apply(result, taken, now);
    if (!outcome.writePayment(ports.trades())) {
      throw new IllegalStateException("a taken trade must add no payment: " + tradeNo);
    }
    return outcome;
  }

  /** Writes the decision. */
  public void write(
      PayOrder before, PaymentOutcome outcome, ChannelResult result, Action action, Instant now) {
    write.order(outcome, now);
    if (before.status().isFinal()) { // An open order has no copy.
      dropCopy(outcome.order());
    }
    if (action == Action.QUERY || isRemarkable(outcome, result)) {
      ports.audit().record(entry(before, outcome, result, action, now));
    }
  }

  /** Drops the copy of a final order after the commit, because data may have been added to it. */
  public void dropCopy(PayOrder order) {
    if (order.status().isFinal()) {
      transactions.afterCommit(() -> finals.drop(order.payNo()));
    }
  }

  // The order and the callback log already record a callback's normal path.
  private static boolean isRemarkable(PaymentOutcome outcome, ChannelResult result) {
    return switch (outcome.kind()) {
      case APPLIED, DUPLICATE -> isPaidAtRefused(outcome, result);
      case LATE_SUCCESS, MISMATCH, CLAIM, AMOUNT_CONFIRMED, AMOUNT_DIFFERED, IGNORED -> true;
    };
  }

  private static boolean isPaidAtRefused(PaymentOutcome outcome, ChannelResult result) {
    PaidTrade received = outcome.received();
    return received != null && result.paidAt() != null && received.paidAt() == null;
  }

  private static AuditEntry entry(
      PayOrder before, PaymentOutcome outcome, ChannelResult result, Action action, Instant now) {
    StringBuilder detail = new StringBuilder(outcome.label());
    detail.append(" tradeNo=").append(result.tradeNo());
    detail.append(" amount=").append(result.amount() == null ? "unsaid" : result.amount());
    Money amountBefore = outcome.amountBefore();
    if (amountBefore != null) {
      detail.append(", before: ").append(amountBefore);
    }
    if (isPaidAtRefused(outcome, result)) {
      detail.append(", paidAt is ").append(Duration.between(now, result.paidAt()));
      detail.append(" from now, which cannot be true: our time counts");
    }
    return new AuditEntry(
        before.payNo(),
        action,
        before.status(),
        outcome.order().status(),
        result.status().name(),
        detail.toString(),
        now);
  }
}
