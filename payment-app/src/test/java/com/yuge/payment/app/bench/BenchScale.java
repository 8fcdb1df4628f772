package com.yuge.payment.app.bench;

import java.time.Duration;

/** How much of the full run is done: {@code -Dbench.scale=0.02} sees in a minute that it works. */
public record BenchScale(double factor) {
  private static final int LEAST_EVENTS = 200;
  private static final Duration LEAST_TIME = Duration.ofSeconds(2);

  public BenchScale {
    if (!(factor > 0 && factor <= 1)) {
      throw new IllegalArgumentException("bench.scale must be above 0 and at most 1");
    }
  }

  public static BenchScale fromSystemProperties() {
    return new BenchScale(Double.parseDouble(System.getProperty("bench.scale", "1")));
  }

  public int events(int full) {
    return Math.max(LEAST_EVENTS, (int) (full * factor));
  }

  public Duration time(Duration full) {
    Duration scaled = Duration.ofNanos((long) (full.toNanos() * factor));
    return scaled.compareTo(LEAST_TIME) < 0 ? LEAST_TIME : scaled;
  }
}
