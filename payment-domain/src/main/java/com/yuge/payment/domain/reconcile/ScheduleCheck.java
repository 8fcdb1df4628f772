package com.yuge.payment.domain.reconcile;

import com.yuge.payment.domain.order.AfterEndChecks;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.Excerpt;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records what the channel answered, and schedules the next check of the order. */
public final class ScheduleCheck {
  private static final int DETAIL = 512;

  private final OrderPorts ports;
  private final CheckBackoff backoff;
  private final AfterEndChecks afterEnd;
  private final Transactions transactions;
  private final Clock clock;

  public ScheduleCheck(
      OrderPorts ports,
      CheckBackoff backoff,
      AfterEndChecks afterEnd,
      Transactions transactions,
      Clock clock) {
    this.ports = ports;
    this.backoff = backoff;
    this.afterEnd = afterEnd;
    this.transactions = transactions;
    this.clock = clock;
  }

  void next(PayOrder order) {
    schedule(order, false);
  }

  /** Schedules the next check after a step that changed nothing, and records the step. */
  void next(PayOrder order, Action action, String result, String detail) {
    transactions.run(
        () -> {
          schedule(order, false);
          record(order, action, result, detail);
        });
  }

  /** Schedules the next check; the channel was not called, so nothing is recorded. */
  void afterUnknown(PayOrder order) {
    schedule(order, true);
  }

  /** Schedules the next check after a step without an answer, and records the step. */
  void afterUnknown(PayOrder order, Action action, String result, String detail) {
    transactions.run(
        () -> {
          schedule(order, true);
          record(order, action, result, detail);
        });
  }

  /** Records a step that changes nothing; another step follows at once. */
  void record(PayOrder order, Action action, String result, String detail) {
    Instant now = clock.instant();
    String cut = Excerpt.of(detail, DETAIL);
    transactions.run(() -> ports.audit().record(AuditEntry.of(order, action, result, cut, now)));
  }

  private void schedule(PayOrder order, boolean unknown) {
    transactions.run(
        () ->
            after(order, unknown)
                .ifPresentOrElse(
                    after -> ports.due().scheduleCheck(order, after),
                    () -> ports.due().rest(order)));
  }

  private Optional<Duration> after(PayOrder order, boolean unknown) {
    if (order.status().isOpen()) {
      return Optional.of(backoff.after(order, clock.instant()));
    }
    List<PaidTrade> payments = lockedPayments(order);
    Instant now = clock.instant();
    return unknown
        ? afterEnd.nextAfterUnknown(order, payments, now)
        : afterEnd.next(order, payments, now);
  }

  // The order is locked: a payment that comes meanwhile schedules a check, and this code must not
  // undo it.
  private List<PaidTrade> lockedPayments(PayOrder order) {
    Optional<PayOrder> unused = ports.orders().lock(order.payNo());
    return ports.trades().of(order.payNo());
  }
}
