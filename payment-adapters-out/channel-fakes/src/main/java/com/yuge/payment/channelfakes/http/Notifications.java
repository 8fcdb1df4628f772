package com.yuge.payment.channelfakes.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Tries each notification until it is acknowledged or the schedule ends. */
public final class Notifications implements AutoCloseable {
  private static final int THREADS = 8;

  private final RetrySchedule schedule;
  private final DaemonThreads threads;
  private final Deque<Pending> held = new ArrayDeque<>();

  /** A notification that is due until the service acknowledges it. */
  public interface Pending {
    /** Returns whether it waits for {@link Notifications#release}. */
    boolean isHeld();

    /** Sends it; returns the tries so far, or empty if no further one is needed. */
    OptionalInt send();
  }

  public Notifications(String name, RetrySchedule schedule) {
    this.threads = new DaemonThreads(name, THREADS);
    this.schedule = schedule;
  }

  /** Sends it soon, unless it is held. */
  public void begin(Pending pending) {
    if (!isHeld(pending)) {
      threads.execute(() -> send(pending));
    }
  }

  /** Goes on after this many tries. */
  public void resume(Pending pending, int tries) {
    if (tries == 0) {
      begin(pending);
    } else {
      schedule.pauseAfter(tries).ifPresent(pause -> retry(pending, pause));
    }
  }

  private void retry(Pending pending, Duration pause) {
    var unused =
        threads.schedule(() -> sendUnlessHeld(pending), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sendUnlessHeld(Pending pending) {
    if (!isHeld(pending)) {
      send(pending);
    }
  }

  private boolean isHeld(Pending pending) {
    if (!pending.isHeld()) {
      return false;
    }
    synchronized (held) {
      return held.add(pending);
    }
  }

  private void send(Pending pending) {
    pending.send().ifPresent(tries -> resume(pending, tries));
  }

  /** Sends the held notifications one after the other; returns their number. */
  public int release(boolean latestFirst) {
    List<Pending> released;
    synchronized (held) {
      released = new ArrayList<>(held);
      held.clear();
    }
    if (latestFirst) {
      Collections.reverse(released);
    }
    threads.execute(() -> released.forEach(this::send));
    return released.size();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
