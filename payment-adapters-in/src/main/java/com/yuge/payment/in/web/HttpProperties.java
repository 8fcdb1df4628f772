package com.yuge.payment.in.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds on a request that Spring Boot has no settings for, on both ports.
 *
 * @param maxHeaders headers of a request
 * @param receiveTimeout for a body, all in all, however it trickles
 */
@ConfigurationProperties("payment.http")
public record HttpProperties(
    @DefaultValue("100") int maxHeaders, @DefaultValue("10s") Duration receiveTimeout) {
  private static final int LEAST_HEADERS = 10;
  private static final int MOST_HEADERS = 1000;
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  public HttpProperties {
    List<String> broken = new ArrayList<>();
    if (maxHeaders < LEAST_HEADERS || maxHeaders > MOST_HEADERS) {
      broken.add("payment.http.max-headers must be " + LEAST_HEADERS + " to " + MOST_HEADERS);
    }
    if (receiveTimeout.compareTo(SHORTEST) < 0 || receiveTimeout.compareTo(LONGEST) > 0) {
      broken.add("payment.http.receive-timeout must be 100ms to 5m");
    }
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", broken));
    }
  }
}
