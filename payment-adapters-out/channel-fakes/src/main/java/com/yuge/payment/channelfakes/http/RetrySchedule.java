package com.yuge.payment.channelfakes.http;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The pauses between tries, as documented by WeChat Pay: a little more than 24 hours in total. */
public record RetrySchedule(double factor) {
  private static final Duration[] PAUSES =
      Stream.of(
              "15s", "15s", "30s", "3m", "10m", "20m", "30m", "30m", "30m", "60m", "3h", "3h", "3h",
              "6h", "6h")
          .map(pause -> Duration.parse("PT" + pause))
          .toArray(Duration[]::new);

  /** Returns empty after the last try. */
  public Optional<Duration> pauseAfter(int tries) {
    if (tries > PAUSES.length) {
      return Optional.empty();
    }
    double millis = PAUSES[tries - 1].toMillis() * factor;
    return Optional.of(Duration.ofMillis(Math.max(1, Math.round(millis))));
  }
}
