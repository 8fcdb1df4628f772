package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.InvalidValue;
import java.util.List;

/** What an operator may see of the outbox. */
public final class InspectOutbox {
  public static final int LONGEST_PAGE = 1000;

  /** Of one aggregate: as many as a person reads. */
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
  public List<BlockedAggregate> blocked(String after, int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new InvalidValue("limit", "page");
    }
    return reports.blocked(after, limit);
  }

  public List<WaitingEvent> waiting(AggregateKey key) {
    return reports.waiting(key, EVENTS);
  }
}
