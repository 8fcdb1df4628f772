package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;

/**
 * A lease that an instance holds.
 *
 * @param left the remaining time, by the store's clock
 */
public record HeldLease(Lease lease, Duration left) {}
