package com.yuge.payment.domain.reconcile;

import com.yuge.payment.domain.order.AfterEndChecks;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what a step at the channel told, and plans the next look at the order. */
public final class PlanLook {
  private static final int DETAIL = 512;

  private final OrderPorts ports;
  private final LookPace pace;
  private final AfterEndChecks afterEnd;
  private final Transactions transactions;
  private final Clock clock;

  public PlanLook(
      OrderPorts ports,
      LookPace pace,
      AfterEndChecks afterEnd,
      Transactions transactions,
      Clock clock) {
    this.ports = ports;
    this.pace = pace;
    this.afterEnd = afterEnd;
    this.transactions = transactions;
    this.clock = clock;
  }

  void handle(PayOrder order) {
    plan(order, false);
  }

  /** A step that changes nothing, and after which there is nothing more to do for now. */
  void handle(PayOrder order, Action action, String result, String detail) {
    transactions.run(
        () -> {
          plan(order, false);
          record(order, action, result, detail);
        });
  }

  /** Nothing was asked, so nothing was told. */
  void afterDoubt(PayOrder order) {
    plan(order, true);
  }

  /** A step that told nothing. */
  void afterDoubt(PayOrder order, Action action, String result, String detail) {
    transactions.run(
        () -> {
          plan(order, true);
          record(order, action, result, detail);
        });
  }

  /** A step that changes nothing; another follows at once. */
  void record(PayOrder order, Action action, String result, String detail) {
    Instant now = clock.instant();
    String cut = detail.substring(0, Math.min(detail.length(), DETAIL));
    transactions.run(
        () ->
            ports
                .audit()
                .record(
                    new AuditEntry(
                        order.payNo(), action, order.status(), order.status(), result, cut, now)));
  }

  private void plan(PayOrder order, boolean doubt) {
    transactions.run(
        () ->
            after(order, doubt)
                .ifPresentOrElse(
                    after -> ports.due().lookAgain(order, after), () -> ports.due().rest(order)));
  }

  private Optional<Duration> after(PayOrder order, boolean doubt) {
    if (order.status().isOpen()) {
      return Optional.of(pace.after(order, clock.instant()));
    }
    List<PaidTrade> payments = lockedPayments(order);
    Instant now = clock.instant();
    return doubt
        ? afterEnd.nextAfterDoubt(order, payments, now)
        : afterEnd.next(order, payments, now);
  }

  // Under the order's lock: a payment that comes meanwhile plans a look, which this must not undo.
  private List<PaidTrade> lockedPayments(PayOrder order) {
    Optional<PayOrder> unused = ports.orders().lock(order.payNo());
    return ports.trades().of(order.payNo());
  }
}
