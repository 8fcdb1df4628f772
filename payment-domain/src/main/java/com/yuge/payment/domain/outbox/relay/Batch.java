package com.yuge.payment.domain.outbox.relay;

import java.util.List;
import java.util.stream.Stream;

/**
 * A partition's head, sent as one; or several that the broker took one after the other, and that
 * are acked as one.
 *
 * @param lease the right to publish it
 * @param full whether it is as long as allowed, so that more may be waiting behind it
 * @param replay whether an operator wants these events published again
 */
public record Batch(Lease lease, List<PendingEvent> events, boolean full, boolean replay) {
  public int partition() {
    return lease.partition();
  }

  /** This one and what was sent after it, under the same lease. */
  Batch followedBy(Batch next) {
    List<PendingEvent> both = Stream.concat(events.stream(), next.events.stream()).toList();
    return new Batch(lease, both, full || next.full, replay);
  }

  List<Long> rowIds() {
    return events.stream().map(PendingEvent::rowId).toList();
  }
}
