package com.yuge.payment.app.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Calls that are due at fixed moments whatever became of the ones before: a stall makes those that
 * it kept waiting late, instead of not happening (no coordinated omission).
 */
public final class OpenLoop {
  private final int perSecond;
  private final int threads;
  private final long begin = System.nanoTime();

  public OpenLoop(int perSecond, int threads) {
    this.perSecond = perSecond;
    this.threads = threads;
  }

  /** When the call of this number was due. */
  public long dueAt(int number) {
    return begin + number * 1_000_000_000L / perSecond;
  }

  public void run(int count, IntConsumer call) {
    AtomicInteger next = new AtomicInteger();
    Threads.run(
        threads,
        thread -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            awaitDue(i);
            call.accept(i);
          }
        });
  }

  private void awaitDue(int number) {
    for (long left = left(number); left > 0; left = left(number)) {
      LockSupport.parkNanos(left);
    }
  }

  private long left(int number) {
    return dueAt(number) - System.nanoTime();
  }
}
