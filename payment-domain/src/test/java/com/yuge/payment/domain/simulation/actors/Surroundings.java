package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.LockWaits;
import com.yuge.payment.domain.simulation.kernel.Chance;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Time, chance and trouble, the same for all. */
public record Surroundings(Scheduler scheduler, Chance chance, Odds odds, Instant beginning) {
  public static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

  private static final Instant MORNING = Instant.parse("2026-03-01T00:00:00Z");

  /** Ten minutes before the shop's day ends. */
  private static final Instant LATE = Instant.parse("2026-03-01T15:50:00Z");

  public Surroundings(Scheduler scheduler, Chance chance, boolean late) {
    this(scheduler, chance, new Odds(chance), late ? LATE : MORNING);
  }

  /** A clock that is off by that much. */
  public Clock clock(Duration skew) {
    return new SkewedClock(scheduler, beginning.plus(skew), SHOP);
  }

  public LockWaits lockWaits() {
    return new TaskLockWaits(scheduler);
  }

  public void calmDown() {
    odds.calmDown();
  }

  /** Whether the trouble of that kind strikes now. */
  boolean strikes(Odds.Trouble trouble) {
    return odds.strikes(trouble);
  }

  Duration upTo(Duration most) {
    return chance.upTo(most);
  }

  <T> T oneOf(List<T> choices) {
    return chance.of(choices);
  }
}
