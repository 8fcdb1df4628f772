package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.Optional;

/** Records who requested a call to the channel about a refund, and why, and then makes it. */
public final class RequestRefundCheck {
  private final RefundPorts ports;
  private final ProcessRefund process;
  private final WriteRefund write;
  private final Transactions transactions;
  private final Clock clock;

  RequestRefundCheck(
      RefundPorts ports,
      ProcessRefund process,
      WriteRefund write,
      Transactions transactions,
      Clock clock) {
    this.ports = ports;
    this.process = process;
    this.write = write;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Empty when there is no such refund. */
  public Optional<RefundOutcome> handle(RefundNo refundNo, OperatorReason reason) {
    return ports
        .refunds()
        .find(refundNo)
        .map(
            found -> {
              transactions.run(() -> record(found, reason));
              return process.callNow(refundNo);
            });
  }

  private void record(Refund refund, OperatorReason reason) {
    PayOrder order = ports.lock(refund.terms().payNo());
    String detail = refund.refundNo() + " " + reason.text();
    write.audit(order, Action.REFUND_QUERY, AuditEntry.REQUESTED, detail, clock.instant());
  }
}
