package com.yuge.payment.domain.outbox.operations;

import java.time.Duration;

/** The log of all events. */
public interface EventLog {
  /**
   * Removes old events in one short transaction: of the next {@code limit} events after a row,
   * those that are older than {@code retention} and no longer on any list.
   */
  Trimmed trim(long afterRow, Duration retention, int limit);

  /**
   * How far a step came.
   *
   * @param removed the number of removed events
   * @param lastRow where the next step continues
   * @param end whether nothing follows, or all events of this chunk are too young
   */
  record Trimmed(int removed, long lastRow, boolean end) {}
}
