package com.yuge.payment.domain.reconcile;

import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;

/** Keeps what a step at the channel told, and plans the next look at an order that stays open. */
public final class PlanLook {
  private static final int DETAIL = 512;

  private final DueOrders due;
  private final AuditTrail audit;
  private final LookPace pace;
  private final Transactions transactions;
  private final Clock clock;

  public PlanLook(
      DueOrders due, AuditTrail audit, LookPace pace, Transactions transactions, Clock clock) {
    this.due = due;
    this.audit = audit;
    this.pace = pace;
    this.transactions = transactions;
    this.clock = clock;
  }

  void handle(PayOrder order) {
    transactions.run(() -> due.lookAgain(order.payNo(), pace.after(order, clock.instant())));
  }

  /** A step that changes nothing, and after which there is nothing more to do for now. */
  void handle(PayOrder order, Action action, String result, String detail) {
    transactions.run(
        () -> {
          record(order, action, result, detail);
          handle(order);
        });
  }

  /** A step that changes nothing; another follows at once. */
  void record(PayOrder order, Action action, String result, String detail) {
    Instant now = clock.instant();
    String cut = detail.substring(0, Math.min(detail.length(), DETAIL));
    transactions.run(
        () ->
            audit.record(
                new AuditEntry(
                    order.payNo(), action, order.status(), order.status(), result, cut, now)));
  }
}
