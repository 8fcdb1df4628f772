package com.yuge.payment.domain.relay;

/** All that the relay talks to. */
public record RelayPorts(
    PartitionLeases leases,
    PendingEvents pending,
    EventSender sender,
    Workers workers,
    RelayListener listener) {}
