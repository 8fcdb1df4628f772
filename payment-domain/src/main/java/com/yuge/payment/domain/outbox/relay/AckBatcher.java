package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Acks in groups: removes published events of all partitions from the list in one transaction.
 * Batches that are published meanwhile gather for the next ack. Partitions continue to send during
 * an ack, so there is time to gather. A batch that failed before is acked alone, so that its error
 * delays no other batch.
 */
final class AckBatcher {
  /**
   * Each ack is a commit on the disk that payments use. After a crash, the events that were sent
   * during this time are sent again.
   */
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

  /** Nanoseconds until the next ack is due; 0 when a partition cannot continue before its ack. */
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

  /** The ack of that partition has ended. */
  void ended(OwnedPartition owned) {
    together.remove(owned.partition());
  }
}
