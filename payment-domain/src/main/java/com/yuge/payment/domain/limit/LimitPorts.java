package com.yuge.payment.domain.limit;

/** The stores of limits and of what is used of them. */
public record LimitPorts(Limits limits, LimitUses uses, LimitAudit audit) {}
