package com.yuge.payment.domain.outbox.relay;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the broker has of one partition and the list too. More may be sent meanwhile, since whoever
 * reads the partition leaves these events out; should this instance die, they are sent again, so
 * they are kept few.
 */
final class Unacked {
  /** More of one partition are sent only when these are acked. */
  static final int MOST = 100;

  private @Nullable Batch waiting;
  private @Nullable Batch onItsWay;

  boolean isEmpty() {
    return waiting == null && onItsWay == null;
  }

  /** Whether some wait until they are acked, and nothing of the partition is on its way. */
  boolean isWaiting() {
    return waiting != null && onItsWay == null;
  }

  /** The broker has that, too. */
  void add(Batch sent) {
    waiting = waiting == null ? sent : waiting.followedBy(sent);
  }

  /**
   * Whether more may be sent under that lease before these are acked. After a batch as long as
   * allowed a read would find the same again, and replays have a list of their own.
   */
  boolean isFewOf(Lease lease) {
    return size() < MOST
        && batches().allMatch(b -> b.lease().equals(lease) && !b.full() && !b.replay());
  }

  int size() {
    return batches().mapToInt(batch -> batch.events().size()).sum();
  }

  /** Those of the events that the broker has not. */
  List<PendingEvent> without(List<PendingEvent> head) {
    Set<Long> known =
        batches().flatMap(batch -> batch.rowIds().stream()).collect(Collectors.toSet());
    return head.stream().filter(event -> !known.contains(event.rowId())).toList();
  }

  private Stream<Batch> batches() {
    return Stream.concat(Stream.ofNullable(onItsWay), Stream.ofNullable(waiting));
  }

  /** What waits is on its way to be acked. */
  Batch take() {
    Batch taken = waiting;
    if (taken == null || onItsWay != null) {
      throw new IllegalStateException("nothing to ack");
    }
    waiting = null;
    onItsWay = taken;
    return taken;
  }

  /** What was on its way is off the list, or another's. */
  void acked() {
    onItsWay = null;
  }

  /** What was on its way may still be on the list. */
  void ackFailed() {
    Batch unacked = onItsWay;
    if (unacked != null) {
      onItsWay = null;
      waiting = waiting == null ? unacked : unacked.followedBy(waiting);
    }
  }
}
