package com.yuge.payment.domain.outbox.relay;

import java.util.List;

/**
 * What an owner learns when it renews its leases.
 *
 * @param share how many partitions it should hold, so that all instances hold about the same number
 * @param paused whether an operator has paused publishing
 * @param replays whether events wait to be published again
 */
public record LeaseRenewal(List<HeldLease> held, int share, boolean paused, boolean replays) {}
