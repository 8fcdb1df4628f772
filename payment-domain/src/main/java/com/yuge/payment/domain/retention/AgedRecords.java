package com.yuge.payment.domain.retention;

import java.time.Duration;

/** Records of what happened, which are kept for a limited time. */
public interface AgedRecords {
  /** The kinds of record; each has its own retention. */
  enum Kind {
    CALLBACK,
    /** A callback that was not trusted; a flood may bring many, so they are kept for less long. */
    REFUSED_CALLBACK,
    /** A step on an order, by the service or by an operator. */
    STEP,
    /** An operator's action on the outbox. */
    OPERATOR_ACTION,
    /** An operator's change of a limit. */
    LIMIT_CHANGE,
    /**
     * The use of a limit on one day. Its row number is the day, so days are removed one after the
     * other.
     */
    LIMIT_USE,
    /** The lines of a statement. Their row number is that of their statement. */
    STATEMENT_LINE,
    /** The parts of a statement's file. Their row number is that of their statement. */
    STATEMENT_FILE,
    /** An operator's request to fetch a statement again. */
    STATEMENT_CHANGE,
    /** A resolved discrepancy, by the age of its resolution; open ones stay. */
    DISCREPANCY,
    /** A step in the history of a discrepancy; it stays while its discrepancy does. */
    DISCREPANCY_CHANGE
  }

  /**
   * Removes old records: of the next {@code limit} records after a row, those that are older than
   * {@code retention}. A record is kept at any age while its order is open, must still be checked,
   * or has a payment that nobody has handled.
   */
  Trimmed trim(Kind kind, long afterRow, Duration retention, int limit);

  /**
   * How far a step came.
   *
   * @param removed the number of removed records
   * @param lastRow where the next step continues
   * @param end whether nothing follows, or only records that are too young
   */
  record Trimmed(int removed, long lastRow, boolean end) {}
}
