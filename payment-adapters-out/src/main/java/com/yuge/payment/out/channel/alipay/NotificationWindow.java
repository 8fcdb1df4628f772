package com.yuge.payment.out.channel.alipay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How old a notification may be. Alipay sends one again for up to 25 hours, with the same
 * notify_id. Its documentation calls notify_time the time of sending, but does not say of which
 * attempt. So the window is as long as all attempts take. A repeat within it has no effect: the
 * callback log holds each id far longer.
 */
record NotificationWindow(Clock clock) {
  static final Duration MOST_AGE = Duration.ofHours(26);
  static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  boolean admits(Instant sentAt) {
    Instant now = clock.instant();
    return !sentAt.isBefore(now.minus(MOST_AGE)) && !sentAt.isAfter(now.plus(MOST_AHEAD));
  }
}
