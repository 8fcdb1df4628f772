package com.yuge.payment.out.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far a callback's timestamp may be before or after our clock; zero turns the check off. */
public record ReplayWindow(Duration maxSkew, Clock clock) {
  public boolean admits(Instant sentAt) {
    return maxSkew.isZero()
        || Duration.between(sentAt, clock.instant()).abs().compareTo(maxSkew) <= 0;
  }
}
