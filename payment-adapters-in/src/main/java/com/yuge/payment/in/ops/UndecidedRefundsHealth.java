package com.yuge.payment.in.ops;

import com.yuge.payment.domain.refund.RefundBacklog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows the refunds that are not decided, and how many of them are overdue. The status is always
 * up: such refunds do not stop payments, and every instance sees the same number.
 */
final class UndecidedRefundsHealth implements HealthIndicator {
  private final RefundWatch watch;

  UndecidedRefundsHealth(RefundWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    return watch.last().map(UndecidedRefundsHealth::details).orElseGet(() -> Health.up().build());
  }

  private static Health details(RefundBacklog backlog) {
    return Health.up()
        .withDetail("undecided", backlog.undecided())
        .withDetail("overdue", backlog.overdue())
        .build();
  }
}
