package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Acks in groups: it removes from the list what the broker has, for all partitions in one
 * transaction, while what comes back meanwhile gathers for the next. No partition waits for it as
 * long as it goes on, so it gathers for a while. A batch that failed before goes alone, so that
 * whatever is wrong with it holds up no other.
 */
final class AckBatcher {
  /** Each is a commit that payments share the disk with; should we die, so much is sent again. */
  static final Duration EVERY = Duration.ofMillis(50);

  private final OwnedPartitions partitions;
  private final Workers workers;
  private final BatchPublisher publisher;
  private final Timer next;
  private final Set<Integer> together = new HashSet<>();

  AckBatcher(OwnedPartitions partitions, Workers workers, BatchPublisher publisher, long now) {
    this.partitions = partitions;
    this.workers = workers;
    this.publisher = publisher;
    this.next = new Timer(now);
  }

  void begin(long now) {
    List<OwnedPartition> due = partitions.unacked(now);
    due.stream()
        .filter(OwnedPartition::isInTrouble)
        .forEach(owned -> ack(List.of(owned.unacked().take())));
    List<OwnedPartition> well = due.stream().filter(owned -> !owned.isInTrouble()).toList();
    if (!well.isEmpty() && left(well, now) == 0) {
      next.dueIn(EVERY, now);
      well.forEach(owned -> together.add(owned.partition()));
      ack(well.stream().map(owned -> owned.unacked().take()).toList());
    }
  }

  /** Nanoseconds until something is to be acked, unless a partition wants it earlier. */
  long left(long now) {
    return left(partitions.unacked(now), now);
  }

  private long left(List<OwnedPartition> due, long now) {
    if (due.isEmpty() || !together.isEmpty()) {
      return Long.MAX_VALUE;
    }
    return due.stream().anyMatch(OwnedPartition::waitsForAck) ? 0 : next.left(now);
  }

  private void ack(List<Batch> batches) {
    Map<Boolean, List<Batch>> byList =
        batches.stream().collect(Collectors.groupingBy(Batch::replay));
    byList.forEach((replays, ofOneList) -> workers.run(() -> publisher.ack(ofOneList, replays)));
  }

  /** What was on its way of that partition has come to its end. */
  void ended(OwnedPartition owned) {
    together.remove(owned.partition());
  }
}
