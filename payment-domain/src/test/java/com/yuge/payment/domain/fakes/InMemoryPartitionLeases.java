package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.fakes.InMemoryStore.Tenancy;
import com.yuge.payment.domain.relay.HeldLease;
import com.yuge.payment.domain.relay.Lease;
import com.yuge.payment.domain.relay.PartitionLeases;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@link PartitionLeases} in memory, by the store's own clock. */
public final class InMemoryPartitionLeases implements PartitionLeases {
  private final InMemoryStore store;
  private final Transactions transactions;
  private final Clock clock;

  public InMemoryPartitionLeases(InMemoryStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<HeldLease> keep(String owner, Duration time) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          partitions().forEach(partition -> take(partition, owner, now, now.plus(time)));
          return partitions().flatMap(partition -> held(partition, owner, now)).toList();
        });
  }

  // Looked at again once locked: another may have taken it between the look and the lock.
  private void take(int partition, String owner, Instant now, Instant until) {
    if (isFor(owner, partition, now)
        && store.partitions.lockNow(partition)
        && isFor(owner, partition, now)) {
      Tenancy before = row(partition);
      long epoch = owner.equals(before.owner()) ? before.epoch() : before.epoch() + 1;
      store.partitions.put(partition, new Tenancy(owner, epoch, until));
    }
  }

  private boolean isFor(String owner, int partition, Instant now) {
    Tenancy row = row(partition);
    return row.owner() == null || owner.equals(row.owner()) || row.until().isBefore(now);
  }

  private Tenancy row(int partition) {
    return store.partitions.get(partition).orElseThrow();
  }

  // A lease that ran out unclaimed is still the owner's.
  private Stream<HeldLease> held(int partition, String owner, Instant now) {
    return store.partitions.get(partition).filter(row -> owner.equals(row.owner())).stream()
        .map(
            row ->
                new HeldLease(
                    new Lease(partition, row.epoch()), Duration.between(now, row.until())));
  }

  @Override
  public void release(String owner, Collection<Integer> partitions) {
    transactions.run(() -> partitions.forEach(partition -> release(owner, partition)));
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
