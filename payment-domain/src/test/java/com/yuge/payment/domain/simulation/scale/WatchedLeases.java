package com.yuge.payment.domain.simulation.scale;

import com.yuge.payment.domain.outbox.relay.HeldLease;
import com.yuge.payment.domain.outbox.relay.LeaseRenewal;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What all instances together ask of the leases, and which partitions each takes for its own. No
 * two may take one for their own at the same time.
 */
final class WatchedLeases {
  private final Scheduler scheduler;
  private final Consumer<String> broken;
  private final Map<Integer, Claim> claims = new HashMap<>();
  private long renewals;
  private long released;
  private int mostAtOnce;
  private long moment = -1;
  private int atOnce;

  /** An owner takes the partition for its own until then, in microseconds. */
  private record Claim(String owner, long until) {}

  /**
   * @param broken is told of two owners; a relay would catch an exception and go on
   */
  WatchedLeases(Scheduler scheduler, Consumer<String> broken) {
    this.scheduler = scheduler;
    this.broken = broken;
  }

  /** Calls of {@link PartitionLeases#renew} so far. */
  long renewals() {
    return renewals;
  }

  /** Partitions that were given back so far, a statement each. */
  long released() {
    return released;
  }

  /** How many renewals at most began in the same ten milliseconds. */
  int mostAtOnce() {
    return mostAtOnce;
  }

  PartitionLeases watch(PartitionLeases real) {
    return new PartitionLeases() {
      @Override
      public LeaseRenewal renew(String owner, Duration time) {
        count();
        long asked = scheduler.now();
        LeaseRenewal renewal = real.renew(owner, time);
        claim(owner, renewal.held(), asked);
        return renewal;
      }

      @Override
      public void release(String owner, Collection<Integer> partitions) {
        partitions.forEach(claims::remove);
        released += partitions.size();
        real.release(owner, partitions);
      }

      @Override
      public void leave(String owner) {
        real.leave(owner);
      }
    };
  }

  private void count() {
    renewals++;
    long now = scheduler.now() / 10_000;
    atOnce = now == moment ? atOnce + 1 : 1;
    moment = now;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
  }

  private void claim(String owner, Collection<HeldLease> held, long asked) {
    Set<Integer> mine = new HashSet<>();
    for (HeldLease lease : held) {
      int partition = lease.lease().partition();
      mine.add(partition);
      long until = asked + lease.left().toNanos() / 1_000;
      Claim other = claims.put(partition, new Claim(owner, until));
      if (other != null && !other.owner().equals(owner) && other.until() > scheduler.now()) {
        broken.accept("partition %d is of %s and %s".formatted(partition, other.owner(), owner));
      }
    }
    claims
        .entrySet()
        .removeIf(
            claim -> claim.getValue().owner().equals(owner) && !mine.contains(claim.getKey()));
  }
}
