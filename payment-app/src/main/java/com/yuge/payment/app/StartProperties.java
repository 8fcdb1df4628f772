package com.yuge.payment.app;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The start.
 *
 * @param databaseWait how long it waits for a database that does not answer
 */
@ConfigurationProperties("payment.start")
record StartProperties(@Name("wait") @DefaultValue("60s") Duration databaseWait) {
  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofHours(1);

  StartProperties {
    if (databaseWait.compareTo(LEAST) < 0 || databaseWait.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("payment.start.wait must be 100ms to 1h");
    }
  }
}
