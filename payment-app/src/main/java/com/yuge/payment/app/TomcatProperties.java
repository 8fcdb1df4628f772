package com.yuge.payment.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the check at the start knows of Spring Boot's bounds on connections: none may be missing.
 */
@ConfigurationProperties("server.tomcat")
record TomcatProperties(
    @DefaultValue("2000") int maxConnections,
    @DefaultValue("100") int acceptCount,
    @DefaultValue("10s") Duration connectionTimeout,
    @DefaultValue("30s") Duration keepAliveTimeout,
    @DefaultValue("1000") int maxKeepAliveRequests,
    @DefaultValue Threads threads) {
  private static final int MOST = 100_000;
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Where the JVM has no virtual threads. */
  record Threads(@DefaultValue("200") int max) {
    private static final int MOST_THREADS = 10_000;

    Threads {
      if (max < 1 || max > MOST_THREADS) {
        throw new IllegalArgumentException(
            "server.tomcat.threads.max must be 1 to " + MOST_THREADS);
      }
    }
  }

  TomcatProperties {
    List<String> broken = new ArrayList<>();
    check("max-connections", maxConnections, broken);
    check("accept-count", acceptCount, broken);
    check("max-keep-alive-requests", maxKeepAliveRequests, broken);
    check("connection-timeout", connectionTimeout, broken);
    check("keep-alive-timeout", keepAliveTimeout, broken);
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", broken));
    }
  }

  private static void check(String key, int count, List<String> broken) {
    if (count < 1 || count > MOST) {
      broken.add("server.tomcat." + key + " must be 1 to " + MOST);
    }
  }

  private static void check(String key, Duration time, List<String> broken) {
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      broken.add("server.tomcat." + key + " must be 100ms to 5m");
    }
  }
}
