package com.yuge.payment.domain.outbox.relay;

/**
 * All ports of the relay.
 *
 * @param pending events to be published
 * @param replays events to be published again, once nothing is pending
 */
public record RelayPorts(
    PartitionLeases leases,
    PendingEvents pending,
    PendingEvents replays,
    BlockedKeys blocked,
    EventSender sender,
    Workers workers,
    RelayListener listener) {}
