package com.yuge.payment.out.outbox;

import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The partitions that this instance holds, or held and still has a batch of on its way. */
final class Lanes {
  private final Map<Integer, Lane> lanes = new TreeMap<>();
  private long heldUntil;

  /** Takes over what the store says is held, until {@code until} on this JVM's monotonic clock. */
  void hold(Collection<Lease> leases, long until) {
    Map<Integer, Lease> held =
        leases.stream().collect(Collectors.toMap(Lease::partition, Function.identity()));
    held.keySet().forEach(partition -> lanes.computeIfAbsent(partition, Lane::new));
    lanes.values().forEach(lane -> lane.hold(held.get(lane.partition())));
    lanes.values().removeIf(lane -> lane.lease().isEmpty() && !lane.isBusy());
    heldUntil = until;
  }

  Lane of(int partition) {
    Lane lane = lanes.get(partition);
    if (lane == null) {
      throw new IllegalStateException("no lane for partition " + partition);
    }
    return lane;
  }

  void want(BitSet partitions) {
    lanes.values().stream().filter(lane -> partitions.get(lane.partition())).forEach(Lane::want);
  }

  void wantAll() {
    lanes.values().forEach(Lane::want);
  }

  /** Those that may be read and sent now, if the lease outlasts {@code room} from now. */
  List<Lane> ready(long now, Duration room) {
    return heldUntil - now < room.toNanos()
        ? List.of()
        : lanes.values().stream().filter(lane -> lane.isReady(now)).toList();
  }

  /** Nanoseconds until the first pause ends; empty where none is. */
  OptionalLong shortestPause(long now) {
    return lanes.values().stream()
        .mapToLong(lane -> lane.pauseLeft(now))
        .filter(left -> left > 0)
        .min();
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

  int held() {
    return (int) lanes.values().stream().filter(lane -> lane.lease().isPresent()).count();
  }
}
