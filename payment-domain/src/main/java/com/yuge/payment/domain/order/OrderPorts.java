package com.yuge.payment.domain.order;

import com.yuge.payment.domain.outbox.Outbox;

/** What a change of an order is written to, in one transaction. */
public record OrderPorts(
    PayOrders orders, PaidTrades trades, Outbox outbox, DueOrders due, AuditTrail audit) {}
