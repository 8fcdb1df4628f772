package com.yuge.payment.domain.relay;

import java.util.List;

/**
 * A partition's head, sent as one.
 *
 * @param lease the right to publish it
 * @param full whether it is as long as allowed, so that more may be waiting behind it
 * @param replay whether an operator wants these events published again
 * @param sentAt when it was handed over to be sent, on the relay's monotonic clock
 */
public record Batch(
    Lease lease, List<PendingEvent> events, boolean full, boolean replay, long sentAt) {
  public int partition() {
    return lease.partition();
  }

  List<Long> rowIds() {
    return events.stream().map(PendingEvent::rowId).toList();
  }
}
