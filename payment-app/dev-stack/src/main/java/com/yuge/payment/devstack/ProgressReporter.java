package com.yuge.payment.devstack;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reports every few seconds what a caller is waiting for, and for how long. */
final class ProgressReporter {
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(ProgressReporter::daemon);

  private final Consumer<String> progress;
  private final Duration beat;

  ProgressReporter(Consumer<String> progress, Duration beat) {
    this.progress = progress;
    this.beat = beat;
  }

  <T> T during(String what, Supplier<T> work) {
    long begin = System.nanoTime();
    Runnable tell = () -> progress.accept(what + ", " + secondsSince(begin) + " s so far");
    long nanos = beat.toNanos();
    Future<?> beats = TIMER.scheduleAtFixedRate(tell, nanos, nanos, TimeUnit.NANOSECONDS);
    try {
      return work.get();
    } finally {
      beats.cancel(false);
    }
  }

  private static long secondsSince(long begin) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "stack-progress");
    thread.setDaemon(true);
    return thread;
  }
}
