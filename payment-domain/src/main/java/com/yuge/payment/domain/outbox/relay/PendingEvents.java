package com.yuge.payment.domain.outbox.relay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A to-do list of the outbox: what is to be published for the first time, or once more. */
public interface PendingEvents {
  /**
   * The oldest events of each of the ranges, at most {@code limit} of each, oldest first; those of
   * blocked keys are left out. One statement reads them all: it sees one moment.
   */
  Heads read(Collection<RowRange> ranges, int limit);

  /** {@link #read} of whole partitions. */
  default List<PendingEvent> heads(Collection<Integer> partitions, int limit) {
    return read(partitions.stream().map(RowRange::whole).toList(), limit).events();
  }

  /**
   * Removes published events from the list in one transaction: those of each lease that is still
   * the owner's.
   *
   * @return these leases; of the others another has the partition since, and nothing was removed
   */
  Set<Lease> ack(String owner, Map<Lease, List<Long>> published);

  /** {@link #ack} of one lease; returns whether it is still the owner's. */
  default boolean ack(String owner, Lease lease, List<Long> rowIds) {
    return ack(owner, Map.of(lease, rowIds)).contains(lease);
  }
}
