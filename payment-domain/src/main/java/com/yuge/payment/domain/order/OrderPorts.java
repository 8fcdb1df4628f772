package com.yuge.payment.domain.order;

import com.yuge.payment.domain.limit.LimitPorts;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.Slots;

/** The stores that a change of an order writes to, in one transaction. */
public record OrderPorts(
    PayOrders orders,
    PaidTrades trades,
    LimitPorts limits,
    Outbox outbox,
    DueOrders due,
    AuditTrail audit) {

  /** The same stores, only for the orders of these slots. */
  public OrderPorts within(Slots slots) {
    return new OrderPorts(
        new SlotCheckedPayOrders(orders, slots),
        trades,
        limits,
        outbox,
        new SlotCheckedDueOrders(due, slots),
        audit);
  }
}
