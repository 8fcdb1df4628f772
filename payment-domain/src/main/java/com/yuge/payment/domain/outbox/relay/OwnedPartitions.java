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

/** The partitions that this instance holds, or held and still has a batch of on its way. */
final class OwnedPartitions {
  private final Map<Integer, OwnedPartition> partitions = new TreeMap<>();
  private final int batchSize;

  OwnedPartitions(int batchSize) {
    this.batchSize = batchSize;
  }

  /** Takes over what the store said is held, when asked at {@code asked} or later. */
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

  /** Those beyond the share are given back: the quiet ones now, else as soon as they are quiet. */
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
   * Lets those go that can be given back now. They are gone before the store knows: a partition
   * that is held here although the store gave it away would send what is another's.
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

  /** The lowest row that was committed to each of these partitions. */
  void markDirty(Map<Integer, Long> committed) {
    committed.forEach(
        (partition, row) -> {
          OwnedPartition owned = partitions.get(partition);
          if (owned != null) {
            owned.markDirty(row);
          }
        });
  }

  /** All are read from their start again. */
  void resetMarks() {
    partitions.values().forEach(OwnedPartition::restart);
  }

  /** The next that has a low-water mark, that partition or a later one before the others. */
  Optional<OwnedPartition> markedFrom(int partition) {
    return partitions.values().stream()
        .filter(owned -> owned.lease().isPresent() && owned.mark().row() > 0)
        .min(Comparator.comparing((OwnedPartition owned) -> owned.partition() < partition));
  }

  void markAllDirty() {
    partitions.values().forEach(OwnedPartition::markDirty);
  }

  /** Those that may be read and sent now, their leases outlasting {@code room} from now. */
  List<OwnedPartition> ready(long now, Duration room) {
    return partitions.values().stream()
        .filter(owned -> owned.isReady(now, room.toNanos()))
        .toList();
  }

  /** Those whose batch the broker has, and that are to be acked now. */
  List<OwnedPartition> unacked(long now) {
    return partitions.values().stream().filter(owned -> owned.isToBeAcked(now)).toList();
  }

  /** Ends the pauses of those whose broker has just taken another's batch. */
  void brokerTakes(Predicate<OwnedPartition> sameBroker, long now) {
    partitions.values().stream()
        .filter(owned -> owned.pause().endsWithBroker())
        .filter(sameBroker)
        .forEach(owned -> owned.pause().endEarly(now));
  }

  /** Nanoseconds until the first pause ends; empty where none is. */
  OptionalLong shortestPause(long now) {
    return partitions.values().stream().flatMapToLong(owned -> owned.pauseLeft(now).stream()).min();
  }

  boolean anyBusy() {
    return partitions.values().stream().anyMatch(OwnedPartition::isBusy);
  }

  /** Those with nothing on its way: they can be given back. */
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
