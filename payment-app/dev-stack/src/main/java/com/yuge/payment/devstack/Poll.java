package com.yuge.payment.devstack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Checks a condition at short intervals, because the servers do not report when they are ready. */
final class Poll {
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private Poll() {}

  /** Returns true as soon as the condition holds, or false after the limit. */
  static boolean until(BooleanSupplier condition, Duration limit) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start >= limit.toNanos()) return false;
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted while waiting");
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
    return true;
  }
}
