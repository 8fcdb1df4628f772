package com.yuge.payment.domain.shared;

import java.time.Duration;

/**
 * How often something may be done.
 *
 * @param name what is limited, a short key
 * @param count the most at once, and the long-term average in each period; 0 means no limit
 */
public record RateLimit(String name, int count, Duration period) {
  public RateLimit {
    if (count < 0 || period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException("count must be 0 or more, and period above 0");
    }
  }

  public boolean isOff() {
    return count == 0;
  }
}
