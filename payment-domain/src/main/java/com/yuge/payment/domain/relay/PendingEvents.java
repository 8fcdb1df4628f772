package com.yuge.payment.domain.relay;

import java.util.Collection;
import java.util.List;

/** A to-do list of the outbox: what is to be published for the first time, or once more. */
public interface PendingEvents {
  /**
   * The oldest events of each of the partitions, at most {@code limit} of each, oldest first; those
   * of blocked keys are left out.
   */
  List<PendingEvent> heads(Collection<Integer> partitions, int limit);

  /**
   * Strikes published events off the list, if the lease is still the owner's.
   *
   * @return false when another has taken the partition since; nothing was struck off
   */
  boolean ack(String owner, Lease lease, List<Long> rowIds);
}
