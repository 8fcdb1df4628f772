package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Lets an operator accept an unapplied payment as it is, with a reason. */
public final class AcceptUnappliedPayment {
  private final OrderPorts ports;
  private final MoneyReports reports;
  private final FinalPayOrderCache finals;
  private final Transactions transactions;
  private final Clock clock;

  public AcceptUnappliedPayment(
      OrderPorts ports,
      MoneyReports reports,
      FinalPayOrderCache finals,
      Transactions transactions,
      Clock clock) {
    this.ports = ports;
    this.reports = reports;
    this.finals = finals;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The result.
   *
   * @param changed false when the payment had been handled before, or is being refunded
   */
  public record Acceptance(PaidTrade payment, boolean changed) {}

  /** Empty when there is no such payment. */
  public Optional<Acceptance> handle(long id, OperatorReason reason) {
    return reports.unapplied(id).map(found -> transactions.call(() -> accept(found, reason)));
  }

  // The order's row is locked first, as for every change of its payments.
  private Acceptance accept(PaidTrade found, OperatorReason reason) {
    transactions.afterCommit(() -> finals.drop(found.payNo()));
    PayOrder order =
        ports
            .orders()
            .lock(found.payNo())
            .orElseThrow(() -> new IllegalStateException("no order for the payment " + found));
    Instant now = clock.instant();
    PaidTrade current = reports.unapplied(found.id()).orElseThrow();
    PaidTrade accepted = current.accepted(reason);
    if (current.isBeingRefunded() || !reports.accept(accepted, now)) {
      return new Acceptance(current, false);
    }
    ports.audit().record(entry(order, accepted, reason, now));
    return new Acceptance(accepted, true);
  }

  private static AuditEntry entry(
      PayOrder order, PaidTrade accepted, OperatorReason reason, Instant now) {
    String detail = accepted.kind() + " tradeNo=" + accepted.tradeNo() + " " + reason.text();
    return AuditEntry.of(order, Action.ACCEPT, "ACCEPTED", detail, now);
  }
}
