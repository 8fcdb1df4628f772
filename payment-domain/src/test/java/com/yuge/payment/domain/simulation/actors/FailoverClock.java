package com.yuge.payment.domain.simulation.actors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The store's clock, until another store takes over whose clock is slow. */
final class FailoverClock extends Clock {
  private final Clock first;
  private Duration behind = Duration.ZERO;

  FailoverClock(Clock first) {
    this.first = first;
  }

  void failOver(Duration slow) {
    behind = slow;
  }

  @Override
  public Instant instant() {
    return first.instant().minus(behind);
  }

  @Override
  public ZoneId getZone() {
    return first.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody asks for it");
  }
}
