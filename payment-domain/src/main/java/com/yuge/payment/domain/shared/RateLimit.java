package com.yuge.payment.domain.shared;

import java.time.Duration;

/**
 * How often something may be done.
 *
 * @param name what is limited, a short key
 * @param count so many at once, and in the long run so many in each period; 0 is no limit
 */
public record RateLimit(String name, int count, Duration period) {
  public RateLimit {
    if (count < 0 || period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException("a count of 0 or more in a period above 0");
    }
  }

  public boolean isOff() {
    return count == 0;
  }
}
