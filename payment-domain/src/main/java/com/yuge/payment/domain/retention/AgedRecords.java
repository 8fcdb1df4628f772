package com.yuge.payment.domain.retention;

import java.time.Duration;

/** Records of what happened, which are kept for a time. */
public interface AgedRecords {
  /** Each kind is kept for a time of its own. */
  enum Kind {
    CALLBACK,
    /** It was not believed; of a flood of these so many come that they are kept for less long. */
    REFUSED_CALLBACK,
    /** A step on an order, by the service or by an operator. */
    STEP,
    /** What an operator did to the outbox. */
    OPERATOR_ACTION
  }

  /**
   * Removes, of the next {@code limit} records after a row, those older than {@code retention}. A
   * record is kept whatever its age while its order is open, is still to be asked about, or has a
   * payment that nobody has dealt with.
   */
  Trimmed trim(Kind kind, long afterRow, Duration retention, int limit);

  /**
   * How far it came.
   *
   * @param removed how many records
   * @param lastRow where to go on
   * @param end whether what comes after is too young, or nothing
   */
  record Trimmed(int removed, long lastRow, boolean end) {}
}
