package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;

/** When something is due next, on this JVM's monotonic clock; a new timer is due at once. */
final class Timer {
  private long dueAt;

  Timer(long now) {
    this.dueAt = now;
  }

  boolean isDue(long now) {
    return dueAt - now <= 0;
  }

  void dueIn(Duration duration, long now) {
    dueAt = now + duration.toNanos();
  }

  long left(long now) {
    return Math.max(0, dueAt - now);
  }
}
