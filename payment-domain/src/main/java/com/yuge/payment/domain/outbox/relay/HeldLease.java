package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;

/**
 * A lease that one holds.
 *
 * @param left how long, by the store's clock
 */
public record HeldLease(Lease lease, Duration left) {}
