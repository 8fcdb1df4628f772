package com.yuge.payment.domain.relay;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has what the broker has struck off the list: all that is there in one transaction, while what
 * comes back meanwhile gathers for the next. Nobody waits for it as long as the partitions go on,
 * so it gathers for a while. A batch that failed before goes alone, so that whatever is wrong with
 * it keeps up no other.
 */
final class StrikeOff {
  /** Each is a commit that payments share the disk with; should we die, so much is sent again. */
  static final Duration EVERY = Duration.ofMillis(50);

  private final Lanes lanes;
  private final Workers workers;
  private final Courier courier;
  private final Timer next;
  private final Set<Integer> together = new HashSet<>();

  StrikeOff(Lanes lanes, Workers workers, Courier courier, long now) {
    this.lanes = lanes;
    this.workers = workers;
    this.courier = courier;
    this.next = new Timer(now);
  }

  void begin(long now) {
    List<Lane> due = lanes.unacked(now);
    due.stream()
        .filter(Lane::isInTrouble)
        .forEach(lane -> strikeOff(List.of(lane.unacked().take())));
    List<Lane> well = due.stream().filter(lane -> !lane.isInTrouble()).toList();
    if (!well.isEmpty() && left(well, now) == 0) {
      next.dueIn(EVERY, now);
      well.forEach(lane -> together.add(lane.partition()));
      strikeOff(well.stream().map(lane -> lane.unacked().take()).toList());
    }
  }

  /** Nanoseconds until something is to be struck off, unless a partition wants it earlier. */
  long left(long now) {
    return left(lanes.unacked(now), now);
  }

  private long left(List<Lane> due, long now) {
    if (due.isEmpty() || !together.isEmpty()) {
      return Long.MAX_VALUE;
    }
    return due.stream().anyMatch(Lane::waitsForStrikeOff) ? 0 : next.left(now);
  }

  private void strikeOff(List<Batch> batches) {
    Map<Boolean, List<Batch>> byList =
        batches.stream().collect(Collectors.groupingBy(Batch::replay));
    byList.forEach(
        (replays, ofOneList) -> workers.run(() -> courier.strikeOff(ofOneList, replays)));
  }

  /** What was on its way of that partition has come to its end. */
  void ended(Lane lane) {
    together.remove(lane.partition());
  }
}
