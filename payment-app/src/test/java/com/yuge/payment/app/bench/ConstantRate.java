package com.yuge.payment.app.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Calls at a fixed rate, however long answers take; a latency counts from when its call was due.
 */
final class ConstantRate {
  private static final int THREADS = 32;
  private static final long PATIENCE_SECONDS = 120;

  private final long intervalNanos;

  ConstantRate(int callsPerSecond) {
    this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / callsPerSecond;
  }

  /** Latencies in microseconds. */
  Histogram run(List<Runnable> calls) throws InterruptedException {
    Histogram latencies = new ConcurrentHistogram(Duration.ofMinutes(1).toNanos() / 1000, 3);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long start = System.nanoTime();
      List<? extends Future<?>> sent =
          IntStream.range(0, calls.size())
              .mapToObj(n -> send(calls.get(n), start + n * intervalNanos, threads, latencies))
              .toList();
      for (Future<?> call : sent) {
        Object unused = call.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("a call failed", e);
    } finally {
      threads.shutdownNow();
    }
    return latencies;
  }

  private static Future<?> send(
      Runnable call, long due, ExecutorService threads, Histogram latencies) {
    while (System.nanoTime() - due < 0) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    return threads.submit(
        () -> {
          call.run();
          latencies.recordValue((System.nanoTime() - due) / 1000);
        });
  }
}
