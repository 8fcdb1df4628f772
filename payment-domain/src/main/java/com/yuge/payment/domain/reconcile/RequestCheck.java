package com.yuge.payment.domain.reconcile;

import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.util.Optional;

/** Records who requested an early check of an order, and why, before the check is made. */
public final class RequestCheck {
  private final PayOrders orders;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final Clock clock;

  public RequestCheck(PayOrders orders, AuditTrail audit, Transactions transactions, Clock clock) {
    this.orders = orders;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns whether the order exists. */
  public boolean handle(PayNo payNo, OperatorReason reason) {
    Optional<PayOrder> order = orders.find(payNo);
    order.ifPresent(found -> transactions.run(() -> audit.record(entry(found, reason))));
    return order.isPresent();
  }

  private AuditEntry entry(PayOrder order, OperatorReason reason) {
    return AuditEntry.of(order, Action.QUERY, AuditEntry.REQUESTED, reason.text(), clock.instant());
  }
}
