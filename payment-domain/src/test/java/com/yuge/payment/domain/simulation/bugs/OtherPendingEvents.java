package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.relay.Lease;
import com.yuge.payment.domain.relay.PendingEvent;
import com.yuge.payment.domain.relay.PendingEvents;
import java.util.Collection;
import java.util.List;

/** {@link PendingEvents} put together of two halves. */
record OtherPendingEvents(Reading reading, Acking acking) implements PendingEvents {
  /** {@link PendingEvents#heads}. */
  interface Reading {
    List<PendingEvent> heads(Collection<Integer> partitions, int limit);
  }

  /** {@link PendingEvents#ack}. */
  interface Acking {
    boolean ack(String owner, Lease lease, List<Long> rowIds);
  }

  @Override
  public List<PendingEvent> heads(Collection<Integer> partitions, int limit) {
    return reading.heads(partitions, limit);
  }

  @Override
  public boolean ack(String owner, Lease lease, List<Long> rowIds) {
    return acking.ack(owner, lease, rowIds);
  }
}
