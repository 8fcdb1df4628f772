package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.fakes.InMemoryStore.Tenancy;
import com.yuge.payment.domain.outbox.relay.FairShare;
import com.yuge.payment.domain.outbox.relay.HeldLease;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.LeaseRenewal;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@link PartitionLeases} in memory, by the store's own clock. */
public final class InMemoryPartitionLeases implements PartitionLeases {
  private final InMemoryStore store;
  private final Transactions transactions;
  private final Clock clock;
  private final int far;

  public InMemoryPartitionLeases(InMemoryStore store, Transactions transactions, Clock clock) {
    this(store, transactions, clock, FAR);
  }

  /**
   * @param far of how many leases ahead the end of one is believed
   */
  public InMemoryPartitionLeases(
      InMemoryStore store, Transactions transactions, Clock clock, int far) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.far = far;
  }

  @Override
  public LeaseRenewal renew(String owner, Duration time) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          beat(owner, now.plus(time));
          Term term = new Term(now, now.plus(time), now.plus(time.multipliedBy(far)));
          FairShare share = share(owner, term);
          List<Integer> mine = partitions().filter(p -> isOf(owner, p)).toList();
          List<Integer> others = partitions().filter(p -> !isOf(owner, p)).toList();
          int room = Math.max(0, share.size() - mine.size());
          take(mine, mine.size(), owner, term);
          take(others, room, owner, term);
          List<HeldLease> held = partitions().flatMap(p -> held(p, owner, term)).toList();
          return new LeaseRenewal(held, share.size(), nextEnd(owner, term), false, false);
        });
  }

  /** From when to when a lease is written; what ends after {@code far} is no lease. */
  private record Term(Instant now, Instant until, Instant far) {
    boolean isOver(Instant end) {
      return end.isBefore(now) || end.isAfter(far);
    }

    Duration left(Instant end) {
      return Duration.between(now, end.isBefore(until) ? end : until);
    }
  }

  // Each owner writes its own row only.
  private void beat(String owner, Instant until) {
    if (store.instances.lock(owner).isPresent()) {
      store.instances.put(owner, until);
    } else if (!store.instances.insert(owner, until)) {
      throw new IllegalStateException("two instances are " + owner);
    }
  }

  private FairShare share(String owner, Term term) {
    List<String> others =
        store.instances.entries().stream()
            .filter(row -> !row.getKey().equals(owner) && !term.isOver(row.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    int rank = (int) others.stream().filter(other -> other.compareTo(owner) < 0).count();
    return new FairShare((int) partitions().count(), others.size() + 1, rank);
  }

  private boolean isOf(String owner, int partition) {
    return owner.equals(row(partition).owner());
  }

  private void take(List<Integer> partitions, int most, String owner, Term term) {
    int room = most;
    for (int i = 0; i < partitions.size() && room > 0; i++) {
      room -= take(partitions.get(i), owner, term) ? 1 : 0;
    }
  }

  // Looked at again once locked: another may have taken it between the look and the lock.
  private boolean take(int partition, String owner, Term term) {
    boolean locked =
        isFor(owner, partition, term)
            && store.partitions.lockNow(partition)
            && isFor(owner, partition, term);
    if (locked) {
      Tenancy before = row(partition);
      long epoch = owner.equals(before.owner()) ? before.epoch() : before.epoch() + 1;
      store.partitions.put(partition, new Tenancy(owner, epoch, term.until()));
    }
    return locked;
  }

  private boolean isFor(String owner, int partition, Term term) {
    Tenancy row = row(partition);
    return row.owner() == null || owner.equals(row.owner()) || term.isOver(row.until());
  }

  private Tenancy row(int partition) {
    return store.partitions.get(partition).orElseThrow();
  }

  private Duration nextEnd(String owner, Term term) {
    return partitions()
        .map(this::row)
        .filter(row -> row.owner() != null && !owner.equals(row.owner()))
        .filter(row -> !row.until().isBefore(term.now()))
        .map(row -> Duration.between(term.now(), row.until()))
        .min(Comparator.naturalOrder())
        .orElse(Duration.between(term.now(), term.until()));
  }

  // A lease that ran out unclaimed is still the owner's; none is believed for longer than its time.
  private Stream<HeldLease> held(int partition, String owner, Term term) {
    return store.partitions.get(partition).filter(row -> owner.equals(row.owner())).stream()
        .map(row -> new HeldLease(new Lease(partition, row.epoch()), term.left(row.until())));
  }

  @Override
  public void release(String owner, Collection<Integer> partitions) {
    transactions.run(() -> partitions.forEach(partition -> release(owner, partition)));
  }

  @Override
  public void leave(String owner) {
    transactions.run(
        () -> {
          if (store.instances.lock(owner).isPresent()) {
            store.instances.remove(owner);
          }
        });
  }

  private void release(String owner, int partition) {
    store
        .partitions
        .lock(partition)
        .filter(row -> owner.equals(row.owner()))
        .ifPresent(
            row -> store.partitions.put(partition, new Tenancy(null, row.epoch(), Instant.EPOCH)));
  }

  private Stream<Integer> partitions() {
    Set<Integer> partitions = store.partitions.view().keySet();
    return partitions.stream();
  }
}
