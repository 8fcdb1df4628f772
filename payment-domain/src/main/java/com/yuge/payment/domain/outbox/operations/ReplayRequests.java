package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import java.time.Instant;

/**
 * Requests that events of the log are published again; each call runs in the caller's transaction.
 * Events that are still to be published, or are already requested, stay as they are and are not
 * counted.
 */
public interface ReplayRequests {
  /** Adds the events of an aggregate; returns how many were added. */
  int add(AggregateKey key);

  /** Adds one event; returns 1, or 0 when there is nothing to do. */
  int add(EventId eventId);

  /** Reads the next {@code limit} events of the log after a row, and adds those in the range. */
  Progress add(ReplayRange range, long afterRow, int limit);

  /** The last row of the log that is certainly older than a moment. */
  long rowBefore(Instant moment);

  /**
   * How far one step came.
   *
   * @param added how many events will be published again
   * @param lastRow where the next step continues
   * @param end whether no event of the range follows
   */
  record Progress(int added, long lastRow, boolean end) {}
}
