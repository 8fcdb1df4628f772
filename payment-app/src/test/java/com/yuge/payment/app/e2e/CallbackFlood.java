package com.yuge.payment.app.e2e;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Somebody who sends unsigned callbacks, one after the other in a few threads. */
public final class CallbackFlood {
  private static final int THREADS = 4;

  private static final Map<String, String> UNSIGNED =
      Map.of(
          "payNo", "PAY20240101123000123000000000001",
          "callbackStatus", "SUCCESS",
          "channelTradeNo", "MOCK_1",
          "timestamp", "1704067200000",
          "nonce", "abc123",
          "signature", "0123456789ABCDEF0123456789ABCDEF");

  private final PaymentApi api;
  private final long intervalNanos;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger rateLimitExceeded = new AtomicInteger();

  public CallbackFlood(PaymentApi api, int perSecond) {
    this.api = api;
    this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  /** What is asked for meanwhile; returns once both have come to their end. */
  public void around(int callbacks, Runnable meanwhile) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    long start = System.nanoTime();
    try {
      List<? extends Future<?>> flood =
          IntStream.range(0, THREADS)
              .mapToObj(thread -> threads.submit(() -> send(callbacks, start)))
              .toList();
      meanwhile.run();
      for (Future<?> thread : flood) {
        Object unused = thread.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("the flood broke", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void send(int callbacks, long start) {
    for (int n = next.getAndIncrement(); n < callbacks; n = next.getAndIncrement()) {
      LockSupport.parkNanos(start + n * intervalNanos - System.nanoTime());
      PaymentApi.Answer answer = api.callback(UNSIGNED);
      switch (answer.http()) {
        case 401 -> refused.incrementAndGet();
        case 429 -> rateLimitExceeded.incrementAndGet();
        default -> throw new AssertionError("an unsigned callback got " + answer);
      }
    }
  }

  /** How many were told that they are not signed: these were kept. */
  public int refused() {
    return refused.get();
  }

  /** How many were told to stop. */
  public int rateLimitExceeded() {
    return rateLimitExceeded.get();
  }
}
