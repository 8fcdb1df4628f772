package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import java.time.Instant;

/**
 * Asks for events of the log to be published again; each within the caller's transaction. What is
 * still to be published, or asked for already, is left as it is and not counted.
 */
public interface ReplayRequests {
  /** Returns how many events of the aggregate. */
  int add(AggregateKey key);

  /** Returns 1, or 0 when there is nothing to do. */
  int add(EventId eventId);

  /** Looks at the next {@code limit} events of the log after a row, and adds those in the range. */
  Step add(ReplayRange range, long afterRow, int limit);

  /** The last row of the log that is surely older than a moment. */
  long rowBefore(Instant moment);

  /**
   * How far one step came.
   *
   * @param added how many events are to be published again
   * @param lastRow where the next step goes on
   * @param end whether nothing of the range comes after
   */
  record Step(int added, long lastRow, boolean end) {}
}
