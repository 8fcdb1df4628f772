package com.yuge.payment.in.ops;

import com.yuge.payment.domain.order.MoneyState;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows money that needs a person. The status is always up: such money does not stop payments, and
 * every instance sees the same amount.
 */
final class UnappliedMoneyHealth implements HealthIndicator {
  private final MoneyWatch watch;

  UnappliedMoneyHealth(MoneyWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    return watch.last().map(UnappliedMoneyHealth::details).orElseGet(() -> Health.up().build());
  }

  private static Health details(MoneyState state) {
    return Health.up()
        .withDetail("late", state.open(Kind.LATE))
        .withDetail("mismatch", state.open(Kind.MISMATCH))
        .withDetail("duplicate", state.open(Kind.DUPLICATE))
        .withDetail("amountDiffered", state.open(Kind.SETTLED))
        .withDetail("claims", state.claims())
        .withDetail("amountsAwaited", state.amountsAwaited())
        .withDetail("overdue", state.overdue())
        .build();
  }
}
