package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The partitions that this instance holds, and lost ones with a batch still in progress. */
final class OwnedPartitions {
  private final Map<Integer, OwnedPartition> partitions = new TreeMap<>();
  private final int batchSize;

  OwnedPartitions(int batchSize) {
    this.batchSize = batchSize;
  }

  /** Takes over the leases that the store reported; it was queried at {@code asked} or later. */
  void hold(Collection<HeldLease> leases, long asked) {
    Map<Integer, HeldLease> held =
        leases.stream().collect(Collectors.toMap(l -> l.lease().partition(), Function.identity()));
    held.keySet()
        .forEach(
            p ->
                partitions.computeIfAbsent(
                    p, added -> new OwnedPartition(added, batchSize, asked)));
    partitions.values().forEach(owned -> hold(owned, held, asked));
    partitions.values().removeIf(owned -> owned.lease().isEmpty() && !owned.isBusy());
  }

  private static void hold(OwnedPartition owned, Map<Integer, HeldLease> held, long asked) {
    HeldLease lease = held.get(owned.partition());
    if (lease == null) {
      owned.lose();
    } else {
      owned.hold(lease.lease(), asked + lease.left().toNanos());
    }
  }

  /** Marks partitions beyond the share to be given back, idle ones first. */
  void share(int share) {
    List<OwnedPartition> held =
        partitions.values().stream().filter(owned -> owned.lease().isPresent()).toList();
    held.forEach(owned -> owned.giveBack(false));
    held.stream()
        .sorted(Comparator.comparing(OwnedPartition::isBusy))
        .limit(Math.max(0, held.size() - share))
        .forEach(owned -> owned.giveBack(true));
  }

  /**
   * Gives up the partitions that can be given back now. The instance forgets them before the store
   * is told. Otherwise it could send events of a partition that another instance already has.
   */
  List<Integer> takeGivenBack() {
    List<OwnedPartition> given =
        partitions.values().stream().filter(OwnedPartition::isToBeGivenBack).toList();
    given.forEach(OwnedPartition::lose);
    return given.stream().map(OwnedPartition::partition).toList();
  }

  OwnedPartition of(int partition) {
    OwnedPartition owned = partitions.get(partition);
    if (owned == null) {
      throw new IllegalStateException("not owned: partition " + partition);
    }
    return owned;
  }

  /** Marks partitions dirty, each with the lowest row that was committed to it. */
  void markDirty(Map<Integer, Long> committed) {
    committed.forEach(
        (partition, row) -> {
          OwnedPartition owned = partitions.get(partition);
          if (owned != null) {
            owned.markDirty(row);
          }
        });
  }

  /** All partitions must be read from their start again. */
  void resetMarks() {
    partitions.values().forEach(OwnedPartition::restart);
  }

  /**
   * Returns the first partition with a low-water mark, from this one on; if there is none, the
   * search continues at the first partition.
   */
  Optional<OwnedPartition> markedFrom(int partition) {
    return partitions.values().stream()
        .filter(owned -> owned.lease().isPresent() && owned.mark().row() > 0)
        .min(Comparator.comparing((OwnedPartition owned) -> owned.partition() < partition));
  }

  void markAllDirty() {
    partitions.values().forEach(OwnedPartition::markDirty);
  }

  /** The partitions that may be read and sent now; their leases last {@code room} from now. */
  List<OwnedPartition> ready(long now, Duration room) {
    return partitions.values().stream()
        .filter(owned -> owned.isReady(now, room.toNanos()))
        .toList();
  }

  /** The partitions with sent batches that must be acked now. */
  List<OwnedPartition> unacked(long now) {
    return partitions.values().stream().filter(owned -> owned.isToBeAcked(now)).toList();
  }

  /** Ends the pauses of partitions whose broker has just accepted another partition's batch. */
  void brokerTakes(Predicate<OwnedPartition> sameBroker, long now) {
    partitions.values().stream()
        .filter(sameBroker)
        .forEach(owned -> owned.pause().brokerTakes(now));
  }

  /** Ends the pauses of partitions that wait for the store. */
  void storeAnswers(long now) {
    partitions.values().forEach(owned -> owned.pause().storeAnswers(now));
  }

  /** Whether another partition of the same broker sends, or will try it within this time. */
  boolean anotherTriesWithin(
      Duration time, OwnedPartition owned, Predicate<OwnedPartition> sameBroker, long now) {
    return partitions.values().stream()
        .filter(other -> other != owned && other.triesWithin(time.toNanos(), now))
        .anyMatch(sameBroker);
  }

  /** Nanoseconds until the first pause ends; empty if there is none. */
  OptionalLong shortestPause(long now) {
    return partitions.values().stream().flatMapToLong(owned -> owned.pauseLeft(now).stream()).min();
  }

  boolean anyBusy() {
    return partitions.values().stream().anyMatch(OwnedPartition::isBusy);
  }

  /** The partitions without a batch in progress; they can be given back. */
  List<Integer> idle() {
    return partitions.values().stream()
        .filter(owned -> !owned.isBusy() && owned.lease().isPresent())
        .map(OwnedPartition::partition)
        .toList();
  }

  BitSet held() {
    BitSet held = new BitSet();
    partitions.values().stream()
        .filter(owned -> owned.lease().isPresent())
        .forEach(owned -> held.set(owned.partition()));
    return held;
  }
}
