package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import java.util.List;

/** What is on record about an order besides the order itself. */
public interface OrderHistory {
  /** The newest entries of each record that are older than the cursor, at most {@code limit}. */
  Records before(PayNo payNo, TimelineCursor cursor, int limit);

  /** Each newest first. */
  record Records(List<Entry> callbacks, List<Entry> steps, List<Entry> events) {}

  /**
   * One row of a record.
   *
   * @param number higher than those of what was recorded before
   * @param told what it tells, in order: at least one step
   */
  record Entry(long number, List<Step> told) {
    Instant at() {
      return told.get(0).at();
    }
  }
}
