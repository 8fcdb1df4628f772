package com.yuge.payment.out.outbox;

/** The right to publish a partition; the epoch fences off whoever held it before. */
public record Lease(int partition, long epoch) {}
