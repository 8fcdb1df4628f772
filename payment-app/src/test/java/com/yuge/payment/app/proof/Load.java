package com.yuge.payment.app.proof;

import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Payments one after the other, in some threads, until it is closed. */
public final class Load implements AutoCloseable {
  private static final long END_SECONDS = 60;

  private final Set<String> committed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final List<Future<?>> running = new ArrayList<>();
  private final ExecutorService threads;
  private final Payments payments;
  private volatile boolean ended;

  private Load(int count, Payments payments) {
    this.threads = Executors.newFixedThreadPool(count);
    this.payments = payments;
    for (int i = 0; i < count; i++) {
      running.add(threads.submit(this::pay));
    }
  }

  public static Load start(int threads, Payments payments) {
    return new Load(threads, payments);
  }

  private void pay() {
    while (!ended) {
      try {
        PayNo unused = payments.one(committed::add);
      } catch (StoreUnavailable away) {
        // A caller would be told to come back; whether it was committed, the database knows.
        turnedAway.incrementAndGet();
      }
    }
  }

  /** What callers were told is done. */
  Set<String> committed() {
    return Set.copyOf(committed);
  }

  public int count() {
    return committed.size();
  }

  int turnedAway() {
    return turnedAway.get();
  }

  /** Goes on for so long. */
  public void lastFor(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Fails when a payment did, other than for want of the database. */
  @Override
  public void close() {
    ended = true;
    threads.shutdown();
    try {
      for (Future<?> one : running) {
        Object unused = one.get(END_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("a producer failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
