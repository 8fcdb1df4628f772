package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.RateLimitsContract;
import com.yuge.payment.domain.shared.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

class InMemoryRateLimitsTest extends RateLimitsContract {
  private final SettableClock clock = new SettableClock(Instant.EPOCH, ZoneOffset.UTC);
  private final RateLimits limits = new InMemoryRateLimits(clock);

  @Override
  protected RateLimits limits() {
    return limits;
  }

  @Override
  protected void pass(Duration time) {
    clock.advance(time);
  }
}
