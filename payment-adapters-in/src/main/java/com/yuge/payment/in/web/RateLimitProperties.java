package com.yuge.payment.in.web;

import com.yuge.payment.domain.shared.RateLimit;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Rate limits over all instances; 0 is no limit.
 *
 * @param clientPerSecond requests of a client with a key; a burst of ten seconds' worth is allowed
 * @param addressPerSecond requests of a remote address, except callbacks; a burst of ten seconds'
 *     worth is allowed
 * @param unverifiedPerMinute unverified callbacks of one remote address that are recorded
 * @param unverifiedTotalPerMinute unverified callbacks of all addresses together that are recorded
 */
@Validated
@ConfigurationProperties("payment.rate-limit")
public record RateLimitProperties(
    @DefaultValue("1000") @Min(0) @Max(MOST) int clientPerSecond,
    @DefaultValue("1000") @Min(0) @Max(MOST) int addressPerSecond,
    @DefaultValue("60") @Min(0) @Max(MOST) int unverifiedPerMinute,
    @DefaultValue("600") @Min(0) @Max(MOST) int unverifiedTotalPerMinute) {
  private static final int MOST = 1_000_000;
  private static final int BURST_SECONDS = 10;

  RateLimit client() {
    return perSecond("client", clientPerSecond);
  }

  RateLimit address() {
    return perSecond("address", addressPerSecond);
  }

  public RateLimit unverified() {
    return new RateLimit("unverified", unverifiedPerMinute, Duration.ofMinutes(1));
  }

  public RateLimit unverifiedTotal() {
    return new RateLimit("unverified-total", unverifiedTotalPerMinute, Duration.ofMinutes(1));
  }

  private static RateLimit perSecond(String name, int count) {
    return new RateLimit(name, count * BURST_SECONDS, Duration.ofSeconds(BURST_SECONDS));
  }
}
