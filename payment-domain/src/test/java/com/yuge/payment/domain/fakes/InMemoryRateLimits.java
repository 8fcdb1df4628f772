package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.shared.RateLimit;
import com.yuge.payment.domain.shared.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts in windows, by a clock that tests may set. */
public final class InMemoryRateLimits implements RateLimits {
  private final Map<String, Window> windows = new HashMap<>();
  private final Clock clock;

  private record Window(Instant end, int taken) {}

  public InMemoryRateLimits(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Duration> take(RateLimit limit, String who) {
    if (limit.isOff()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    String key = limit.name() + ":" + who;
    Window window = windows.getOrDefault(key, new Window(now, 0));
    if (!now.isBefore(window.end())) {
      window = new Window(now.plus(limit.period()), 0);
    }
    if (window.taken() >= limit.count()) {
      return Optional.of(Duration.between(now, window.end()));
    }
    windows.put(key, new Window(window.end(), window.taken() + 1));
    return Optional.empty();
  }
}
