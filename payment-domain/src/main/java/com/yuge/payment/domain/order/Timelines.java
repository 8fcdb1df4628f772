package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import java.util.List;

/** The records about an order, besides the order itself. */
public interface Timelines {
  /** The newest entries of each record that are older than the cursor, at most {@code limit}. */
  Records before(PayNo payNo, TimelineCursor cursor, int limit);

  /** Each list is newest first. */
  record Records(List<TimelineRow> callbacks, List<TimelineRow> audits, List<TimelineRow> events) {}

  /**
   * One row of a record.
   *
   * @param number higher than the numbers of earlier rows
   * @param entries the entries of the row, in order: at least one
   */
  record TimelineRow(long number, List<TimelineEntry> entries) {
    Instant at() {
      return entries.get(0).at();
    }
  }
}
