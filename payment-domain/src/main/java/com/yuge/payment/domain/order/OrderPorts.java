package com.yuge.payment.domain.order;

import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.Slots;

/** The stores that a change of an order writes to, in one transaction. */
public record OrderPorts(
    PayOrders orders, PaidTrades trades, Outbox outbox, DueOrders due, AuditTrail audit) {

  /** The same stores, for the orders of these slots only. */
  public OrderPorts within(Slots slots) {
    return new OrderPorts(
        new OwnPayOrders(orders, slots), trades, outbox, new OwnDueOrders(due, slots), audit);
  }
}
