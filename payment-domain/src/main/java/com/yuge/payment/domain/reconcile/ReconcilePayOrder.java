package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.order.ClosePayOrder.EXPIRED;

import com.yuge.payment.domain.order.ClosePayOrder;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Clock;

/**
 * Reconciles one order: queries its channel, and changes the order only on a definite answer. No
 * network call is made in a transaction.
 */
public final class ReconcilePayOrder {
  private final PayOrders orders;
  private final QueryChannel query;
  private final ClosePayOrder close;
  private final ScheduleCheck schedule;
  private final Clock clock;

  public ReconcilePayOrder(
      PayOrders orders,
      QueryChannel query,
      ClosePayOrder close,
      ScheduleCheck schedule,
      Clock clock) {
    this.orders = orders;
    this.query = query;
    this.close = close;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** Makes a check that is due, and schedules the next one. */
  public CheckResult handle(PayNo payNo) {
    PayOrder order = find(payNo);
    return order.status() == PayStatus.INIT ? neverOpened(order) : query.handle(order);
  }

  /**
   * Makes a check that somebody requested: the channel is queried whatever the order's status is.
   */
  public CheckResult onRequest(PayNo payNo) {
    return query.handle(find(payNo));
  }

  private PayOrder find(PayNo payNo) {
    return orders
        .find(payNo)
        .orElseThrow(() -> new IllegalStateException("pay orders are never deleted: " + payNo));
  }

  // PAYING is committed before a channel is called, so no channel knows an INIT order.
  private CheckResult neverOpened(PayOrder order) {
    if (order.hasExpired(clock.instant()) && close.handle(order, EXPIRED, "NEVER_OPENED")) {
      return CheckResult.CLOSED;
    }
    schedule.next(order);
    return CheckResult.WAITING;
  }
}
