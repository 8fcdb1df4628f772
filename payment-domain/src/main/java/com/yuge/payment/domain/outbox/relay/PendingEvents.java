package com.yuge.payment.domain.outbox.relay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A to-do list of the outbox: events to be published for the first time, or again. */
public interface PendingEvents {
  /**
   * The oldest events of each range, at most {@code limit} of each, oldest first; events of blocked
   * keys are left out. One statement reads all ranges, so the result is from one moment.
   */
  Heads read(Collection<RowRange> ranges, int limit);

  /** {@link #read} of whole partitions. */
  default List<PendingEvent> heads(Collection<Integer> partitions, int limit) {
    return read(partitions.stream().map(RowRange::whole).toList(), limit).events();
  }

  /**
   * Removes published events from the list in one transaction, for each lease that the owner still
   * has.
   *
   * @return these leases; for all others, another instance has the partition and nothing was
   *     removed
   */
  Set<Lease> ack(String owner, Map<Lease, List<Long>> published);

  /** {@link #ack} of one lease; returns whether the owner still has it. */
  default boolean ack(String owner, Lease lease, List<Long> rowIds) {
    return ack(owner, Map.of(lease, rowIds)).contains(lease);
  }
}
