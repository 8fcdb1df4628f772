package com.yuge.payment.domain.shared;

import java.time.Duration;
import java.util.Optional;

/**
 * Counts how often a caller does something, over all instances if they are available; never throws.
 */
public interface RateLimits {
  /**
   * Uses up one action of {@code who}.
   *
   * @return empty if the action is allowed; otherwise how long until it is
   */
  Optional<Duration> take(RateLimit limit, String who);
}
