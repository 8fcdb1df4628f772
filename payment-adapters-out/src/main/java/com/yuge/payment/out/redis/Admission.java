package com.yuge.payment.out.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Who may ask Redis: everybody while it answers; after a failure nobody for a while, then one, so
 * that a hanging Redis costs one request in a pause its time, not every request.
 */
final class Admission {
  private final long pauseNanos;
  private final LongSupplier nanoTime;
  private final AtomicLong nextTry = new AtomicLong();
  private volatile boolean away;

  Admission(Duration pause, LongSupplier nanoTime) {
    this.pauseNanos = pause.toNanos();
    this.nanoTime = nanoTime;
  }

  boolean admits() {
    if (!away) {
      return true;
    }
    long due = nextTry.get();
    long now = nanoTime.getAsLong();
    return now - due >= 0 && nextTry.compareAndSet(due, now + pauseNanos);
  }

  void failed() {
    nextTry.set(nanoTime.getAsLong() + pauseNanos);
    away = true;
  }

  void answered() {
    if (away) {
      away = false;
    }
  }
}
