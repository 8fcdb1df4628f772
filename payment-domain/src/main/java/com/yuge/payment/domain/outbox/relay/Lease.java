package com.yuge.payment.domain.outbox.relay;

/** The right to publish a partition; the epoch fences off earlier holders. */
public record Lease(int partition, long epoch) {}
