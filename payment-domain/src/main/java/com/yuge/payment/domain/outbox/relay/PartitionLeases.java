package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.Collection;

/**
 * Which instance publishes which partition; the store's clock is used, so skewed clocks are
 * harmless.
 */
public interface PartitionLeases {
  /**
   * A lease that ends later than this many times {@code time} from now counts as ended: a different
   * clock wrote it, for example before a failover to a store whose clock is slow. So the lease
   * times of two instances must not differ by a larger factor.
   */
  int FAR = 4;

  /**
   * Marks the owner as alive and renews its leases, both until {@code time} from now. Then takes
   * partitions that are free or whose lease has ended, up to the owner's share. Partitions beyond
   * the share are renewed, too: only the owner knows when they can be given back. Never waits: a
   * locked partition stays as it is until the next call.
   */
  LeaseRenewal renew(String owner, Duration time);

  /** Gives partitions back at once, so that others need not wait for the leases to end. */
  void release(String owner, Collection<Integer> partitions);

  /** Marks the owner as no longer alive: other instances get its share from now on. */
  void leave(String owner);
}
