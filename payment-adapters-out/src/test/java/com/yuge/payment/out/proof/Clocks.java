package com.yuge.payment.out.proof;

import com.yuge.payment.domain.fakes.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Our clock and the channels', which may be ahead of it. */
final class Clocks {
  static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

  private final SettableClock ours = new SettableClock(Instant.EPOCH, SHOP);
  private final SettableClock theirs = new SettableClock(Instant.EPOCH, SHOP);

  Clock ours() {
    return ours;
  }

  Clock theirs() {
    return theirs;
  }

  void set(Instant now, Duration ahead) {
    set(ours, now);
    set(theirs, now.plus(ahead));
  }

  private static void set(SettableClock clock, Instant now) {
    clock.advance(Duration.between(clock.instant(), now));
  }
}
