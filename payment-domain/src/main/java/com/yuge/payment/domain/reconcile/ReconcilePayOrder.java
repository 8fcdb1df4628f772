package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.order.ClosePayOrder.EXPIRED;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.order.ClosePayOrder;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Clock;

/**
 * Looks after one open order: asks its channel, and moves the order only on what that knows for
 * certain. No network call is made in a transaction.
 */
public final class ReconcilePayOrder {
  private final PayOrders orders;
  private final ClosePayOrder close;
  private final PlanLook plan;
  private final Clock clock;
  private final AskChannel ask;

  public ReconcilePayOrder(
      PayOrders orders,
      Channels channels,
      SettlePayOrder settle,
      ClosePayOrder close,
      PlanLook plan,
      Clock clock) {
    this.orders = orders;
    this.close = close;
    this.plan = plan;
    this.clock = clock;
    this.ask = new AskChannel(channels, settle, close, plan, clock);
  }

  /** One look; the next one is planned if the order stays open. */
  public Look handle(PayNo payNo) {
    PayOrder order =
        orders
            .find(payNo)
            .orElseThrow(() -> new IllegalStateException("pay orders are never deleted: " + payNo));
    if (order.status().isFinal()) {
      return Look.MOVED;
    }
    return order.status() == PayStatus.INIT ? neverOpened(order) : ask.handle(order);
  }

  // PAYING is committed before a channel is asked, so no channel knows of an order that is INIT.
  private Look neverOpened(PayOrder order) {
    boolean expired = !clock.instant().isBefore(order.expireAt());
    if (expired && close.handle(order, EXPIRED, "NEVER_OPENED")) {
      return Look.CLOSED;
    }
    plan.handle(order);
    return Look.WAITING;
  }
}
