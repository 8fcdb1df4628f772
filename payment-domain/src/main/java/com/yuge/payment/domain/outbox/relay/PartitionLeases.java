package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.Collection;

/** Who publishes which partition; time is the store's own, so that skewed clocks do not matter. */
public interface PartitionLeases {
  /**
   * What ends later than so many times {@code time} from now was written by another clock, as after
   * a failover to a store whose clock is slow, and counts as ended. So no two instances may be
   * given leases that differ by more.
   */
  int FAR = 3;

  /**
   * Counts the owner as alive and renews its leases, both to {@code time} from now, and takes
   * partitions that are free or whose lease has ended, up to its share of all. What it holds beyond
   * its share is renewed too: only the owner knows when that can be given back. Never waits: a
   * partition that somebody has locked is left as it is, until the next time.
   */
  LeaseRenewal renew(String owner, Duration time);

  /** Gives partitions back at once, so that others need not wait for the leases to end. */
  void release(String owner, Collection<Integer> partitions);

  /** The owner no longer counts as alive: its share is the others' from now on. */
  void leave(String owner);
}
