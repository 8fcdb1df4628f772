package com.yuge.payment.app.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for conditions, with the bound that every phase has. */
final class Waiting {
  /** No phase takes longer, or the run has failed. */
  static final Duration PHASE = Duration.ofMinutes(3);

  private static final Duration LOOK = Duration.ofMillis(10);

  private Waiting() {}

  static void until(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .pollDelay(Duration.ZERO)
        .pollInterval(LOOK)
        .atMost(PHASE)
        .until(condition);
  }
}
