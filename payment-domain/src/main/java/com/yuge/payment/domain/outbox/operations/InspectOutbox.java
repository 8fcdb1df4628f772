package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.InvalidValue;
import java.util.List;

/** Shows operators the state of the outbox. */
public final class InspectOutbox {
  public static final int LONGEST_PAGE = 1000;

  /** The most events of one aggregate in a list: a person reads no more. */
  private static final int EVENTS = 100;

  private final OutboxReports reports;
  private final int countLimit;

  /**
   * @param countLimit the highest value of each count
   */
  public InspectOutbox(OutboxReports reports, int countLimit) {
    this.reports = reports;
    this.countLimit = countLimit;
  }

  public OutboxState state() {
    return reports.state(countLimit);
  }

  /**
   * One page of blocked aggregates.
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
