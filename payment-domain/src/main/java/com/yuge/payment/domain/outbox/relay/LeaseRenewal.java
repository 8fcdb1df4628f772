package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.List;

/**
 * What an owner learns when it renews its leases.
 *
 * @param share how many partitions it should hold, so that all instances hold about the same number
 * @param nextEnd how long until the first lease of another owner ends, unless its owner renews it;
 *     the lease time if no other owner has one
 * @param paused whether an operator has paused publishing
 * @param replays whether events wait to be published again
 */
public record LeaseRenewal(
    List<HeldLease> held, int share, Duration nextEnd, boolean paused, boolean replays) {}
