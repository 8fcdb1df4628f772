package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.relay.Heads;
import com.yuge.payment.domain.relay.Lease;
import com.yuge.payment.domain.relay.PendingEvents;
import com.yuge.payment.domain.relay.RowRange;
import java.util.Collection;
import java.util.List;

/** {@link PendingEvents} put together of two halves. */
record OtherPendingEvents(Reading reading, Acking acking) implements PendingEvents {
  /** {@link PendingEvents#read}. */
  interface Reading {
    Heads read(Collection<RowRange> ranges, int limit);
  }

  /** {@link PendingEvents#ack}. */
  interface Acking {
    boolean ack(String owner, Lease lease, List<Long> rowIds);
  }

  @Override
  public Heads read(Collection<RowRange> ranges, int limit) {
    return reading.read(ranges, limit);
  }

  @Override
  public boolean ack(String owner, Lease lease, List<Long> rowIds) {
    return acking.ack(owner, lease, rowIds);
  }
}
