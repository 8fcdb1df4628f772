package com.yuge.payment.domain.simulation.kernel;

import java.time.Duration;
import java.util.List;

/**
 * How often and how long tasks pause, drawn anew for each world: worlds in which all happens at
 * once find other bugs than worlds in which little does.
 */
public final class Rhythm {
  private static final Duration SHORT = Duration.ofMillis(5);

  /** Scheduling, a slow query, a garbage collection, a suspended machine. */
  private static final List<Duration> LENGTHS =
      List.of(
          SHORT,
          SHORT,
          SHORT,
          SHORT,
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          Duration.ofSeconds(4),
          Duration.ofSeconds(40));

  private final Chance chance;
  private int pauseOneIn;
  private int crashOneIn;
  private boolean calm;

  public Rhythm(Chance chance) {
    this.chance = chance;
    this.pauseOneIn = chance.of(List.of(2, 4, 8, 16, 32));
    this.crashOneIn = chance.of(List.of(0, 0, 60, 200));
  }

  /** No crash and no long pause from now on. */
  public void calmDown() {
    calm = true;
    crashOneIn = 0;
    pauseOneIn = Math.max(pauseOneIn, 8);
  }

  boolean pauses() {
    return chance.oneIn(pauseOneIn);
  }

  boolean crashes() {
    return chance.oneIn(crashOneIn);
  }

  Duration length() {
    return chance.upTo(calm ? SHORT : chance.of(LENGTHS));
  }
}
