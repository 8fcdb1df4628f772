package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.shared.InvalidValue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Shows operators the refunds, and how many wait for a decision. */
public final class InspectRefunds {
  public static final int LONGEST_PAGE = 1000;

  /** A refund that is not decided after this time needs a person. */
  public static final Duration OVERDUE_AFTER = Duration.ofDays(1);

  /** The limit of each count. */
  private static final int COUNT_LIMIT = 10_000;

  private final RefundReports reports;
  private final Clock clock;

  InspectRefunds(RefundReports reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * Refunds in this state, oldest first.
   *
   * @param after the last id of the page before, 0 for the first page
   */
  public List<Refund> inStatus(RefundStatus status, long after, int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new InvalidValue("limit", "page");
    }
    return reports.inStatus(status, after, limit);
  }

  public RefundBacklog backlog() {
    return reports.backlog(clock.instant().minus(OVERDUE_AFTER), COUNT_LIMIT);
  }

  /** Whether the refund needs a person. */
  public boolean isOverdue(Refund refund) {
    return refund.isOverdue(clock.instant());
  }
}
