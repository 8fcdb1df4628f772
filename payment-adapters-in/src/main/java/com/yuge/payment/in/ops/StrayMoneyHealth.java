package com.yuge.payment.in.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How much money that settles nothing this instance has come upon since its start. Always up: it is
 * for a person to look at, and no reason to take payments elsewhere.
 */
final class StrayMoneyHealth implements HealthIndicator {
  private final MeterRegistry meters;

  StrayMoneyHealth(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public Health health() {
    return Health.up()
        .withDetail("lateSuccesses", counted("late"))
        .withDetail("mismatches", counted("mismatch"))
        .build();
  }

  private long counted(String kind) {
    Collection<Counter> counters = meters.find("payment.stray.money").tag("kind", kind).counters();
    return Math.round(counters.stream().mapToDouble(Counter::count).sum());
  }
}
