package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.outbox.relay.Heads;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RowRange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link PendingEvents} put together of two halves. */
record OtherPendingEvents(Reading reading, Acking acking) implements PendingEvents {
  /** {@link PendingEvents#read}. */
  interface Reading {
    Heads read(Collection<RowRange> ranges, int limit);
  }

  /** {@link PendingEvents#ack}. */
  interface Acking {
    Set<Lease> ack(String owner, Map<Lease, List<Long>> published);
  }

  @Override
  public Heads read(Collection<RowRange> ranges, int limit) {
    return reading.read(ranges, limit);
  }

  @Override
  public Set<Lease> ack(String owner, Map<Lease, List<Long>> published) {
    return acking.ack(owner, published);
  }
}
