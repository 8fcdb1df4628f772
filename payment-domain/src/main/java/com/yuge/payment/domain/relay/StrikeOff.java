package com.yuge.payment.domain.relay;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has batches that the broker has struck off the list: all that are there in one transaction, while
 * those that come back meanwhile gather for the next. One that failed before goes alone, so that
 * whatever is wrong with it keeps up no other.
 */
final class StrikeOff {
  private final Lanes lanes;
  private final Workers workers;
  private final Courier courier;
  private final Set<Integer> together = new HashSet<>();

  StrikeOff(Lanes lanes, Workers workers, Courier courier) {
    this.lanes = lanes;
    this.workers = workers;
    this.courier = courier;
  }

  void begin(long now) {
    List<Lane> due = lanes.unacked(now);
    due.stream().filter(Lane::isInTrouble).forEach(lane -> strikeOff(List.of(lane.takeUnacked())));
    List<Lane> well = due.stream().filter(lane -> !lane.isInTrouble()).toList();
    if (together.isEmpty() && !well.isEmpty()) {
      well.forEach(lane -> together.add(lane.partition()));
      strikeOff(well.stream().map(Lane::takeUnacked).toList());
    }
  }

  private void strikeOff(List<Batch> batches) {
    Map<Boolean, List<Batch>> byList =
        batches.stream().collect(Collectors.groupingBy(Batch::replay));
    byList.forEach(
        (replays, ofOneList) -> workers.run(() -> courier.strikeOff(ofOneList, replays)));
  }

  /** A batch of that partition has come to its end. */
  void ended(int partition) {
    together.remove(partition);
  }
}
