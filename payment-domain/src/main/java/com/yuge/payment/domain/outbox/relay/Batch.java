package com.yuge.payment.domain.outbox.relay;

import java.util.List;
import java.util.stream.Stream;

/**
 * Events from a partition's head that are sent together. Batches that were sent one after the other
 * may be joined and acked together.
 *
 * @param lease the right to publish it
 * @param full whether it has the maximum length, so that more events may wait behind it
 * @param replay whether an operator requested these events again
 */
public record Batch(Lease lease, List<PendingEvent> events, boolean full, boolean replay) {
  public int partition() {
    return lease.partition();
  }

  /** Joins this batch with the one that was sent after it, under the same lease. */
  Batch followedBy(Batch next) {
    List<PendingEvent> both = Stream.concat(events.stream(), next.events.stream()).toList();
    return new Batch(lease, both, full || next.full, replay);
  }

  List<Long> rowIds() {
    return events.stream().map(PendingEvent::rowId).toList();
  }
}
