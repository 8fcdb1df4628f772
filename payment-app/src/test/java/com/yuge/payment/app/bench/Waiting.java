package com.yuge.payment.app.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for conditions, with the bound that every phase has. */
public final class Waiting {
  /** No phase takes longer, or the run has failed. */
  static final Duration PHASE = Duration.ofMinutes(3);

  /** What the broker has kept is at a consumer within this time, even on a busy machine. */
  private static final Duration ARRIVAL = Duration.ofSeconds(30);

  private static final Duration POLL = Duration.ofMillis(10);

  private Waiting() {}

  public static void until(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .atMost(PHASE)
        .until(condition);
  }

  /** Whether what must be soon comes to be; a run goes on without. */
  public static boolean happens(Callable<Boolean> condition) {
    try {
      Awaitility.await().pollInterval(POLL).atMost(ARRIVAL).until(condition);
      return true;
    } catch (ConditionTimeoutException never) {
      return false;
    }
  }

  /** Idleness has no other condition than that time goes by. */
  static void pass(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
