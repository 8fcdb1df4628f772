package com.yuge.payment.domain.order;

/** What a change of an order is written to, in one transaction. */
public record OrderPorts(
    PayOrders orders, PaidTrades trades, Outbox outbox, DueOrders due, AuditTrail audit) {}
