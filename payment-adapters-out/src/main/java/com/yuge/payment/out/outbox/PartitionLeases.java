package com.yuge.payment.out.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Who publishes which partition; time is the store's own, so that skewed clocks do not matter. */
public interface PartitionLeases {
  /**
   * Renews every lease of the owner, takes every partition that is free or whose lease has ended,
   * and tells what the owner now holds, until {@code time} from before the call.
   */
  List<Lease> keep(String owner, Duration time);

  /** Gives partitions back at once, so that others need not wait for the leases to end. */
  void release(String owner, Collection<Integer> partitions);
}
