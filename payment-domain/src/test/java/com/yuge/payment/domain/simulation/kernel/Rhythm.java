package com.yuge.payment.domain.simulation.kernel;

import java.time.Duration;
import java.util.List;

/**
 * How often and how long tasks pause, drawn anew for each world: worlds in which all happens at
 * once find other bugs than worlds in which little does.
 */
public final class Rhythm {
  private static final Duration SHORT = Duration.ofMillis(5);

  /** A slow query, a busy processor. */
  private static final Duration LONG = Duration.ofSeconds(4);

  /** A suspended machine: longer than a lease. */
  private static final Duration SUSPENDED = Duration.ofSeconds(40);

  private final Chance chance;
  private int pauseOneIn;
  private int crashOneIn;
  private int suspendedOneIn;
  private boolean calm;

  public Rhythm(Chance chance) {
    this.chance = chance;
    this.pauseOneIn = chance.of(List.of(2, 4, 8, 16, 32));
    this.crashOneIn = chance.of(List.of(0, 0, 60, 200));
    this.suspendedOneIn = chance.of(List.of(0, 5, 20, 100));
  }

  /** No crash and no long pause from now on. */
  public void calmDown() {
    calm = true;
    crashOneIn = 0;
    pauseOneIn = Math.max(pauseOneIn, 8);
  }

  /** As {@link #calmDown()}, with a short pause now and then only. */
  public void calmDown(int oneIn) {
    calmDown();
    pauseOneIn = oneIn;
  }

  boolean pauses() {
    return chance.oneIn(pauseOneIn);
  }

  boolean crashes() {
    return chance.oneIn(crashOneIn);
  }

  Duration length() {
    if (!calm && chance.oneIn(suspendedOneIn)) {
      return chance.within(SUSPENDED);
    }
    return chance.upTo(calm || chance.oneIn(2) ? SHORT : LONG);
  }
}
