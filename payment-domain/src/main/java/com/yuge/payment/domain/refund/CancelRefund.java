package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.RefundOutcome.Kind;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Lets an operator cancel a refund that the channel was never asked for. */
public final class CancelRefund {
  private final RefundPorts ports;
  private final WriteRefund write;
  private final Transactions transactions;
  private final Clock clock;

  CancelRefund(RefundPorts ports, WriteRefund write, Transactions transactions, Clock clock) {
    this.ports = ports;
    this.write = write;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The result.
   *
   * @param changed false when the channel was asked before, or the refund is decided
   */
  public record Cancellation(Refund refund, boolean changed) {}

  /** Empty when there is no such refund. */
  public Optional<Cancellation> handle(RefundNo refundNo, OperatorReason reason) {
    return ports
        .refunds()
        .find(refundNo)
        .map(found -> transactions.call(() -> cancel(found, reason)));
  }

  private Cancellation cancel(Refund found, OperatorReason reason) {
    PayOrder order = ports.lock(found.terms().payNo());
    Refund refund = ports.current(found.refundNo());
    if (!refund.isCancellable()) {
      return new Cancellation(refund, false);
    }
    Instant now = clock.instant();
    Refund cancelled = refund.cancelled(now);
    write.step(order, new RefundOutcome(Kind.FAILED, cancelled), Optional.empty(), now);
    write.audit(
        order, Action.REFUND_CANCEL, "CANCELLED", refund.refundNo() + " " + reason.text(), now);
    return new Cancellation(cancelled, true);
  }
}
