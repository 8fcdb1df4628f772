package com.yuge.payment.app.alerts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The service's clock. The relay's thread, which reads it when a batch has ended, can die of it.
 */
final class FatalClock extends Clock {
  private static final String RELAY = "outbox-relay";

  private final Clock real;
  private final AtomicReference<@Nullable Error> error;

  /**
   * @param error what the relay's thread gets once instead of the time
   */
  FatalClock(Clock real, AtomicReference<@Nullable Error> error) {
    this.real = real;
    this.error = error;
  }

  @Override
  public Instant instant() {
    Error fatal = error.get();
    if (fatal != null && Thread.currentThread().getName().equals(RELAY)) {
      error.set(null);
      throw fatal;
    }
    return real.instant();
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new FatalClock(real.withZone(zone), error);
  }
}
