package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.order.ClosePayOrder.EXPIRED;

import com.yuge.payment.domain.order.ClosePayOrder;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Clock;

/**
 * Looks after one order: asks its channel, and moves the order only on what that knows for certain.
 * No network call is made in a transaction.
 */
public final class ReconcilePayOrder {
  private final PayOrders orders;
  private final AskChannel ask;
  private final ClosePayOrder close;
  private final PlanLook plan;
  private final Clock clock;

  public ReconcilePayOrder(
      PayOrders orders, AskChannel ask, ClosePayOrder close, PlanLook plan, Clock clock) {
    this.orders = orders;
    this.ask = ask;
    this.close = close;
    this.plan = plan;
    this.clock = clock;
  }

  /** One look when it is due; the next one is planned. */
  public Look handle(PayNo payNo) {
    PayOrder order = find(payNo);
    return order.status() == PayStatus.INIT ? neverOpened(order) : ask.handle(order);
  }

  /** A look that somebody asked for: the channel is asked whatever state the order is in. */
  public Look onRequest(PayNo payNo) {
    return ask.handle(find(payNo));
  }

  private PayOrder find(PayNo payNo) {
    return orders
        .find(payNo)
        .orElseThrow(() -> new IllegalStateException("pay orders are never deleted: " + payNo));
  }

  // PAYING is committed before a channel is asked, so no channel knows of an order that is INIT.
  private Look neverOpened(PayOrder order) {
    if (order.hasExpired(clock.instant()) && close.handle(order, EXPIRED, "NEVER_OPENED")) {
      return Look.CLOSED;
    }
    plan.handle(order);
    return Look.WAITING;
  }
}
