package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The pause between two polls of the whole list. It is short while polls find events, and doubles
 * while they find none. It varies, so that instances do not poll at the same time.
 */
final class PollBackoff {
  private final Duration min;
  private final Duration max;
  private final DoubleSupplier jitter;
  private Duration pause;

  PollBackoff(Duration min, Duration max, DoubleSupplier jitter) {
    this.min = min;
    this.max = max;
    this.jitter = jitter;
    this.pause = min;
  }

  Duration after(boolean found) {
    Duration doubled = pause.multipliedBy(2);
    pause = found ? min : doubled.compareTo(max) < 0 ? doubled : max;
    return again();
  }

  /** The same pause again, with new jitter. */
  Duration again() {
    long nanos = pause.toNanos();
    return Duration.ofNanos(nanos - (long) (nanos / 4.0 * jitter.getAsDouble()));
  }
}
