package com.yuge.payment.in.web;

import com.yuge.payment.domain.shared.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often callers may call, over all instances; 0 is no limit.
 *
 * @param clientPerSecond requests of a client that has shown its key; ten seconds' worth at once
 * @param addressPerSecond requests of a remote address, but for callbacks; ten seconds' worth at
 *     once
 * @param unverifiedPerMinute callbacks of a remote address that are kept although they are not
 *     believed
 * @param unverifiedTotalPerMinute such callbacks of all addresses together
 */
@ConfigurationProperties("payment.rate-limit")
public record RateLimitProperties(
    @DefaultValue("1000") int clientPerSecond,
    @DefaultValue("1000") int addressPerSecond,
    @DefaultValue("60") int unverifiedPerMinute,
    @DefaultValue("600") int unverifiedTotalPerMinute) {
  private static final int MOST = 1_000_000;
  private static final int BURST_SECONDS = 10;

  public RateLimitProperties {
    List<String> broken = new ArrayList<>();
    check("client-per-second", clientPerSecond, broken);
    check("address-per-second", addressPerSecond, broken);
    check("unverified-per-minute", unverifiedPerMinute, broken);
    check("unverified-total-per-minute", unverifiedTotalPerMinute, broken);
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", broken));
    }
  }

  private static void check(String key, int count, List<String> broken) {
    if (count < 0 || count > MOST) {
      broken.add("payment.rate-limit." + key + " must be 0 (no limit) to " + MOST);
    }
  }

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
