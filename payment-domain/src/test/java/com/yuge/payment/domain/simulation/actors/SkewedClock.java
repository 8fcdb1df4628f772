package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The world's time, off by as much as its beginning is. */
final class SkewedClock extends Clock {
  private final Scheduler scheduler;
  private final Instant beginning;
  private final ZoneId zone;

  SkewedClock(Scheduler scheduler, Instant beginning, ZoneId zone) {
    this.scheduler = scheduler;
    this.beginning = beginning;
    this.zone = zone;
  }

  @Override
  public Instant instant() {
    return beginning.plus(scheduler.now(), ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SkewedClock(scheduler, beginning, other);
  }
}
