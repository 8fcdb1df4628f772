package com.yuge.payment.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.app.TomcatProperties.Threads;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TomcatPropertiesTest {
  private static final Threads THREADS = new Threads(200);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void theBoundsThemselvesAreTaken() {
    Duration shortest = Duration.ofMillis(100);
    Duration longest = Duration.ofMinutes(5);

    assertThat(new TomcatProperties(1, 1, shortest, shortest, 1, new Threads(1))).isNotNull();
    assertThat(
            new TomcatProperties(100_000, 100_000, longest, longest, 100_000, new Threads(10_000)))
        .isNotNull();
  }

  /** Tomcat would take -1 for no bound. */
  @Test
  void nothingIsUnbounded() {
    Duration none = Duration.ofMillis(-1);

    assertThatThrownBy(() -> new TomcatProperties(-1, -1, none, none, -1, THREADS))
        .hasMessageContainingAll(
            "max-connections",
            "accept-count",
            "connection-timeout",
            "keep-alive-timeout",
            "max-keep-alive-requests");
  }

  @Test
  void nothingIsTooLarge() {
    assertThatThrownBy(() -> new TomcatProperties(100_001, 1, SECOND, SECOND, 1, THREADS))
        .hasMessageContaining("max-connections");
    assertThatThrownBy(() -> new TomcatProperties(1, 1, Duration.ofMinutes(6), SECOND, 1, THREADS))
        .hasMessageContaining("connection-timeout");
  }

  @Test
  void threadsAreBounded() {
    assertThatThrownBy(() -> new Threads(0)).hasMessageContaining("threads.max");
    assertThatThrownBy(() -> new Threads(10_001)).hasMessageContaining("threads.max");
  }
}
