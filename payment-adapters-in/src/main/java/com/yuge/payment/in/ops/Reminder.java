package com.yuge.payment.in.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Decides when to log a state that lasts: at once, then once an hour, and when it is over. */
final class Reminder {
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Clock clock;
  private Instant remindAt = Instant.MIN;

  Reminder(Clock clock) {
    this.clock = clock;
  }

  enum Line {
    REMIND,
    OVER,
    QUIET
  }

  /** Returns what to log after the state has been checked again. */
  Line next(boolean lasts) {
    Instant now = clock.instant();
    if (lasts && !now.isBefore(remindAt)) {
      remindAt = now.plus(PAUSE);
      return Line.REMIND;
    }
    if (!lasts && !remindAt.equals(Instant.MIN)) {
      remindAt = Instant.MIN;
      return Line.OVER;
    }
    return Line.QUIET;
  }
}
