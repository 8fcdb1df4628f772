package com.yuge.payment.domain.relay;

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
final class Lanes {
  private final Map<Integer, Lane> lanes = new TreeMap<>();
  private final int batchSize;

  Lanes(int batchSize) {
    this.batchSize = batchSize;
  }

  /** Takes over what the store said is held, when asked at {@code asked} or later. */
  void hold(Collection<HeldLease> leases, long asked) {
    Map<Integer, HeldLease> held =
        leases.stream().collect(Collectors.toMap(l -> l.lease().partition(), Function.identity()));
    held.keySet()
        .forEach(p -> lanes.computeIfAbsent(p, added -> new Lane(added, batchSize, asked)));
    lanes.values().forEach(lane -> hold(lane, held, asked));
    lanes.values().removeIf(lane -> lane.lease().isEmpty() && !lane.isBusy());
  }

  private static void hold(Lane lane, Map<Integer, HeldLease> held, long asked) {
    HeldLease lease = held.get(lane.partition());
    if (lease == null) {
      lane.lose();
    } else {
      lane.hold(lease.lease(), asked + lease.left().toNanos());
    }
  }

  /** Those beyond the share are given back: the quiet ones now, else as soon as they are quiet. */
  void share(int share) {
    List<Lane> held = lanes.values().stream().filter(lane -> lane.lease().isPresent()).toList();
    held.forEach(lane -> lane.giveBack(false));
    held.stream()
        .sorted(Comparator.comparing(Lane::isBusy))
        .limit(Math.max(0, held.size() - share))
        .forEach(lane -> lane.giveBack(true));
  }

  /**
   * Lets those go that can be given back now. They are gone before the store knows: a lane that is
   * held here although the store gave it away would send what is another's.
   */
  List<Integer> takeGivenBack() {
    List<Lane> given = lanes.values().stream().filter(Lane::isToBeGivenBack).toList();
    given.forEach(Lane::lose);
    return given.stream().map(Lane::partition).toList();
  }

  Lane of(int partition) {
    Lane lane = lanes.get(partition);
    if (lane == null) {
      throw new IllegalStateException("no lane for partition " + partition);
    }
    return lane;
  }

  /** The lowest row that was committed to each of these partitions. */
  void want(Map<Integer, Long> committed) {
    committed.forEach(
        (partition, row) -> {
          Lane lane = lanes.get(partition);
          if (lane != null) {
            lane.want(row);
          }
        });
  }

  /** All are read from their start again. */
  void resetMarks() {
    lanes.values().forEach(Lane::restart);
  }

  /** The next that has a low-water mark, that partition or a later one before the others. */
  Optional<Lane> markedFrom(int partition) {
    return lanes.values().stream()
        .filter(lane -> lane.lease().isPresent() && lane.mark().row() > 0)
        .min(Comparator.comparing((Lane lane) -> lane.partition() < partition));
  }

  void wantAll() {
    lanes.values().forEach(Lane::want);
  }

  /** Those that may be read and sent now, their leases outlasting {@code room} from now. */
  List<Lane> ready(long now, Duration room) {
    return lanes.values().stream().filter(lane -> lane.isReady(now, room.toNanos())).toList();
  }

  /** Those whose batch the broker has, and that are to be struck off now. */
  List<Lane> unacked(long now) {
    return lanes.values().stream().filter(lane -> lane.isToBeStruckOff(now)).toList();
  }

  /** Ends the pauses of those whose broker has just taken another's batch. */
  void brokerTakes(Predicate<Lane> sameBroker, long now) {
    lanes.values().stream()
        .filter(lane -> lane.pause().endsWithBroker())
        .filter(sameBroker)
        .forEach(lane -> lane.pause().endEarly(now));
  }

  /** Nanoseconds until the first pause ends; empty where none is. */
  OptionalLong shortestPause(long now) {
    return lanes.values().stream().flatMapToLong(lane -> lane.pauseLeft(now).stream()).min();
  }

  boolean anyBusy() {
    return lanes.values().stream().anyMatch(Lane::isBusy);
  }

  /** Those with nothing on its way: they can be given back. */
  List<Integer> idle() {
    return lanes.values().stream()
        .filter(lane -> !lane.isBusy() && lane.lease().isPresent())
        .map(Lane::partition)
        .toList();
  }

  BitSet held() {
    BitSet held = new BitSet();
    lanes.values().stream()
        .filter(lane -> lane.lease().isPresent())
        .forEach(lane -> held.set(lane.partition()));
    return held;
  }
}
