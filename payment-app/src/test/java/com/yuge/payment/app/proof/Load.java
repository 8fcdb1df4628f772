package com.yuge.payment.app.proof;

import com.yuge.payment.app.e2e.Crew;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Payments one after the other, in some threads, until it is closed. */
public final class Load implements AutoCloseable {
  private static final Duration END = Duration.ofMinutes(1);

  private final Set<String> committed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final Crew crew;
  private final Payments payments;

  private Load(int count, Payments payments) {
    this.payments = payments;
    this.crew = Crew.start(count, END, (thread, turn) -> pay());
  }

  public static Load start(int threads, Payments payments) {
    return new Load(threads, payments);
  }

  private void pay() {
    try {
      PayNo unused = payments.one(committed::add);
    } catch (StoreUnavailable away) {
      // A caller would be told to come back; whether it was committed, the database knows.
      turnedAway.incrementAndGet();
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
    crew.close();
  }
}
