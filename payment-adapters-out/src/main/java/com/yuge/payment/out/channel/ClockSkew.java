package com.yuge.payment.out.channel;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How far our clock is ahead of a channel's, by the Date header of an answer; it is not signed. */
public final class ClockSkew {
  private ClockSkew() {}

  /** Empty if the difference is at most this, or the channel names no time. */
  public static Optional<Duration> of(HttpAnswer answer, Clock clock, Duration most) {
    return answer
        .headers()
        .firstValue("Date")
        .flatMap(ClockSkew::instant)
        .map(theirs -> Duration.between(theirs, clock.instant()))
        .filter(skew -> skew.abs().compareTo(most) > 0);
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
