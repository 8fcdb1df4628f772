package com.yuge.payment.domain.outbox.operations;

import java.time.Duration;

/** The log of all events. */
public interface EventLog {
  /**
   * Removes, of the next {@code limit} events after a row, those older than {@code retention} that
   * are on no list any more; in one short transaction.
   */
  Trimmed trim(long afterRow, Duration retention, int limit);

  /**
   * How far it came.
   *
   * @param removed how many events
   * @param lastRow where to go on
   * @param end whether what comes after is nothing, or a whole chunk that is too young
   */
  record Trimmed(int removed, long lastRow, boolean end) {}
}
