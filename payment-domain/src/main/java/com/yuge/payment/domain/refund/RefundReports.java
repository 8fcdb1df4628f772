package com.yuge.payment.domain.refund;

import java.time.Instant;
import java.util.List;

/** Reports on refunds that operators read, over all orders, page by page. */
public interface RefundReports {
  /**
   * Refunds in this state, oldest first.
   *
   * @param after the last id of the page before, 0 for the first page
   */
  List<Refund> inStatus(RefundStatus status, long after, int limit);

  /**
   * The refunds that are not decided.
   *
   * @param overdueUntil those that were created at this moment or before it count as overdue
   * @param limit the highest value of each count
   */
  RefundBacklog backlog(Instant overdueUntil, int limit);
}
