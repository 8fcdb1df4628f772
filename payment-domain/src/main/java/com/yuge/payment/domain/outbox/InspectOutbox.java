package com.yuge.payment.domain.outbox;

import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.PayNo;
import java.util.List;

/** What an operator may see of the outbox. */
public final class InspectOutbox {
  public static final int LONGEST_PAGE = 1000;

  /** Of one pay order: it has a handful, ever. */
  private static final int EVENTS = 100;

  private final OutboxReports reports;
  private final int countLimit;

  /**
   * @param countLimit where counting ends
   */
  public InspectOutbox(OutboxReports reports, int countLimit) {
    this.reports = reports;
    this.countLimit = countLimit;
  }

  public OutboxState state() {
    return reports.state(countLimit);
  }

  /**
   * One page of them.
   *
   * @param after the last key of the page before, empty for the first page
   */
  public List<BlockedOrder> blocked(String after, int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new InvalidValue("limit", "page");
    }
    return reports.blocked(after, limit);
  }

  public List<WaitingEvent> waiting(PayNo payNo) {
    return reports.waiting(payNo, EVENTS);
  }
}
