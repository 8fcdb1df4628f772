package com.yuge.payment.domain.relay;

import java.util.Collection;
import java.util.List;

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
   * Strikes published events off the list, if the lease is still the owner's.
   *
   * @return false when another has taken the partition since; nothing was struck off
   */
  boolean ack(String owner, Lease lease, List<Long> rowIds);
}
