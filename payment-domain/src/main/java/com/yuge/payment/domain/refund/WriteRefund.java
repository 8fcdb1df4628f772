package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Writes one step of a refund whose order the caller has locked. */
final class WriteRefund {
  private final RefundPorts ports;
  private final Transactions transactions;

  WriteRefund(RefundPorts ports, Transactions transactions) {
    this.ports = ports;
    this.transactions = transactions;
  }

  /** Adds a new refund; from now on, its amount is held on the trade. */
  Refund add(Refund refund, PaidTrade trade, Duration checkIn) {
    ports.orders().trades().replaceRefunds(trade, trade.hold(refund.terms().amount()));
    Refund added = ports.refunds().add(refund, checkIn);
    dropCopy(added);
    return added;
  }

  /** Writes the step, and publishes a decision. */
  void step(PayOrder order, RefundOutcome outcome, Optional<Duration> checkIn, Instant now) {
    Refund refund = outcome.refund();
    ports.refunds().advance(refund, checkIn);
    switch (outcome.kind()) {
      case SUCCEEDED -> decided(order, refund, RefundEvent.Type.REFUND_SUCCEEDED, now);
      case FAILED -> decided(order, refund, RefundEvent.Type.REFUND_FAILED, now);
      case LATE_SUCCEEDED -> decided(order, refund, RefundEvent.Type.REFUND_LATE_SUCCEEDED, now);
      case MOVED, CONTRADICTED, UNKNOWN, UNCHANGED -> {}
    }
  }

  private void decided(PayOrder order, Refund refund, RefundEvent.Type type, Instant now) {
    PaidTrade before = trade(refund);
    PaidTrade after = after(before, refund.terms().amount(), type);
    ports.orders().trades().replaceRefunds(before, after);
    PayOrder next = order.nextVersion(now);
    ports.orders().orders().raiseVersion(next);
    ports
        .orders()
        .outbox()
        .append(
            new RefundEvent(
                next.eventId(),
                type,
                refund,
                next.orderNo(),
                next.amount(),
                after.refunds().done(),
                now));
    dropCopy(refund);
  }

  private static PaidTrade after(PaidTrade trade, Money amount, RefundEvent.Type type) {
    return switch (type) {
      case REFUND_SUCCEEDED -> trade.refunded(amount);
      case REFUND_FAILED -> trade.release(amount);
      case REFUND_LATE_SUCCEEDED -> trade.refundedLate(amount);
    };
  }

  private PaidTrade trade(Refund refund) {
    RefundTerms terms = refund.terms();
    return ports
        .orders()
        .trades()
        .find(terms.channel(), terms.tradeNo())
        .orElseThrow(() -> new IllegalStateException("payments are never deleted: " + terms));
  }

  private void dropCopy(Refund refund) {
    transactions.afterCommit(() -> ports.finals().drop(refund.terms().payNo()));
  }

  void audit(PayOrder order, AuditEntry.Action action, String result, String detail, Instant now) {
    ports.orders().audit().record(AuditEntry.of(order, action, result, detail, now));
  }
}
