package com.yuge.payment.domain.outbox.relay;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of one partition that the broker has and that are still on the list. More events may
 * be sent meanwhile, because the reader of the partition leaves these out. Their number is limited,
 * because they are sent again if this instance dies.
 */
final class Unacked {
  /** From this number on, nothing more of the partition is sent until these are acked. */
  static final int MOST = 100;

  private @Nullable Batch waiting;
  private @Nullable Batch onItsWay;

  boolean isEmpty() {
    return waiting == null && onItsWay == null;
  }

  /** Whether events wait for an ack, and no ack of the partition is running. */
  boolean isWaiting() {
    return waiting != null && onItsWay == null;
  }

  /** The broker has this batch, too. */
  void add(Batch sent) {
    waiting = waiting == null ? sent : waiting.followedBy(sent);
  }

  /**
   * Whether more events may be sent under this lease before these are acked. After a batch of
   * maximum length, a read would find the same events again. Replays have a list of their own.
   */
  boolean isFewOf(Lease lease) {
    return size() < MOST
        && batches().allMatch(b -> b.lease().equals(lease) && !b.full() && !b.replay());
  }

  int size() {
    return batches().mapToInt(batch -> batch.events().size()).sum();
  }

  /** Returns the events that the broker does not have yet. */
  List<PendingEvent> without(List<PendingEvent> head) {
    Set<Long> known =
        batches().flatMap(batch -> batch.rowIds().stream()).collect(Collectors.toSet());
    return head.stream().filter(event -> !known.contains(event.rowId())).toList();
  }

  private Stream<Batch> batches() {
    return Stream.concat(Stream.ofNullable(onItsWay), Stream.ofNullable(waiting));
  }

  /** The ack of the waiting batch begins. */
  Batch take() {
    Batch taken = waiting;
    if (taken == null || onItsWay != null) {
      throw new IllegalStateException("nothing to ack");
    }
    waiting = null;
    onItsWay = taken;
    return taken;
  }

  /** The ack has ended: its events are off the list, or belong to another instance. */
  void acked() {
    onItsWay = null;
  }

  /** The ack failed: its events may still be on the list. */
  void ackFailed() {
    Batch unacked = onItsWay;
    if (unacked != null) {
      onItsWay = null;
      waiting = waiting == null ? unacked : unacked.followedBy(waiting);
    }
  }
}
