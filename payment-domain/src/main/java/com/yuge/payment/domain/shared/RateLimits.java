package com.yuge.payment.domain.shared;

import java.time.Duration;
import java.util.Optional;

/** Counts who does what how often, over all instances as far as they can be asked; never throws. */
public interface RateLimits {
  /**
   * Takes one of what {@code who} may do.
   *
   * @return empty when there was one to take; else how long until there is
   */
  Optional<Duration> take(RateLimit limit, String who);
}
