package com.yuge.payment.app.torture;

import com.yuge.payment.app.torture.Wound.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Lets random things go wrong, at most two at once. The seed decides what is drawn; a part that is
 * still starting again cannot be drawn, so the same seed may not give quite the same faults.
 */
final class Torturer {
  private static final int MOST_AT_ONCE = 2;
  private static final int LEAST_GAP_MILLIS = 400;
  private static final int MOST_GAP_MILLIS = 1600;
  private static final int LEAST_MILLIS = 200;
  private static final int MOST_MILLIS = 4000;
  private static final int NUMBERS = 1000;
  private static final int MOST_DRAWS = 1000;

  /** So many of ten faults are of a network. */
  private static final int NETWORK_OF_TEN = 5;

  private final List<Wound> wounds;
  private final SplittableRandom random;
  private final Supplier<Duration> clock;
  private final Semaphore slots = new Semaphore(MOST_AT_ONCE);
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<Void>> running = new ArrayList<>();

  Torturer(List<Wound> wounds, long seed, Supplier<Duration> clock) {
    this.wounds = wounds;
    this.random = new SplittableRandom(seed);
    this.clock = clock;
  }

  /** Returns when all is mended; throws what could not be mended. */
  List<Fault> torture(int count) {
    for (int i = 0; i < count; i++) {
      pause(random.nextInt(LEAST_GAP_MILLIS, MOST_GAP_MILLIS));
      slots.acquireUninterruptibly();
      Wound wound = draw();
      int length = random.nextInt(LEAST_MILLIS, MOST_MILLIS);
      int number = random.nextInt(NUMBERS);
      running.add(CompletableFuture.runAsync(() -> inflict(wound, number, length), this::start));
    }
    running.forEach(CompletableFuture::join);
    return List.copyOf(faults);
  }

  private void start(Runnable work) {
    new Thread(work, "fault").start();
  }

  /** Networks are many, so the kind of part is drawn before the part. */
  private Wound draw() {
    for (int draw = 0; draw < MOST_DRAWS; draw++) {
      boolean network = random.nextInt(10) < NETWORK_OF_TEN;
      List<Wound> such = wounds.stream().filter(w -> w.kind().ofNetwork == network).toList();
      Wound wound = such.get(random.nextInt(such.size()));
      if (wound.free().tryAcquire()) {
        return wound;
      }
      pause(LEAST_MILLIS / 10);
    }
    throw new IllegalStateException("no part is whole");
  }

  private void inflict(Wound wound, int number, int length) {
    long begun = now();
    long over;
    try {
      try {
        wound.begin().with(number);
        pause(wound.kind() == Kind.CLOCK_STEP ? length + clockMillis() : length);
      } finally {
        over = now();
        slots.release();
        wound.end().run();
      }
    } finally {
      wound.free().release();
    }
    Fault fault = new Fault(wound.kind(), wound.target(), begun, over, now());
    faults.add(fault);
    System.out.println(fault);
  }

  private static int clockMillis() {
    return (int) SteppedClock.SEEN_WITHIN.toMillis();
  }

  private long now() {
    return clock.get().toMillis();
  }

  private static void pause(int millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
