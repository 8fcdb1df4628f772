package com.yuge.payment.domain.outbox.relay;

/**
 * All that the relay talks to.
 *
 * @param pending what waits to be published
 * @param replays what is to be published again, once nothing is pending
 */
public record RelayPorts(
    PartitionLeases leases,
    PendingEvents pending,
    PendingEvents replays,
    BlockedKeys blocked,
    EventSender sender,
    Workers workers,
    RelayListener listener) {}
