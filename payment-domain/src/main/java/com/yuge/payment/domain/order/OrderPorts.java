package com.yuge.payment.domain.order;

import com.yuge.payment.domain.outbox.Outbox;

/** The stores that a change of an order writes to, in one transaction. */
public record OrderPorts(
    PayOrders orders, PaidTrades trades, Outbox outbox, DueOrders due, AuditTrail audit) {}
