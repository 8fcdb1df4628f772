package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Pauses that double. Each is shortened by up to a half, so that instances do not all retry at the
 * same time.
 *
 * @param jitter a number from 0 to below 1
 */
record Backoff(Duration min, Duration max, DoubleSupplier jitter) {
  private static final int DOUBLINGS = 20;

  /** The same pauses, but none is longer than this. */
  Backoff within(Duration longest) {
    return new Backoff(shorter(min, longest), shorter(max, longest), jitter);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** The pause after this many failures in a row, 1 or more. */
  Duration after(int failures) {
    Duration doubled = min.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
    long nanos = shorter(doubled, max).toNanos();
    return Duration.ofNanos(nanos - (long) (nanos / 2.0 * jitter.getAsDouble()));
  }
}
