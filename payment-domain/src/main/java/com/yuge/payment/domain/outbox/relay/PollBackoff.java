package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The pause between two polls of the whole list: short while polls find something, doubling while
 * they do not, and never quite the same, so that instances do not poll in step.
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
    long nanos = pause.toNanos();
    return Duration.ofNanos(nanos - (long) (nanos / 4.0 * jitter.getAsDouble()));
  }
}
