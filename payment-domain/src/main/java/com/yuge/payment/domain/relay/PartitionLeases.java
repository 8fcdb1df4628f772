package com.yuge.payment.domain.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Who publishes which partition; time is the store's own, so that skewed clocks do not matter. */
public interface PartitionLeases {
  /**
   * Renews the owner's leases to {@code time} from now, takes every partition that is free or whose
   * lease has ended, and tells what the owner now holds. Never waits: a partition that somebody has
   * locked is left as it is, until the next time.
   */
  List<HeldLease> keep(String owner, Duration time);

  /** Gives partitions back at once, so that others need not wait for the leases to end. */
  void release(String owner, Collection<Integer> partitions);
}
