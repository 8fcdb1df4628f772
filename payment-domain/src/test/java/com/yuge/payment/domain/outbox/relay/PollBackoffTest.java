package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollBackoffTest {
  private final PollBackoff backoff =
      new PollBackoff(Duration.ofMillis(20), Duration.ofMillis(500), () -> 0.0);

  @Test
  void slowsDownWhileThereIsNothingAndIsQuickAgainOnceThereIs() {
    assertThat(backoff.after(false)).isEqualTo(Duration.ofMillis(40));
    assertThat(backoff.after(false)).isEqualTo(Duration.ofMillis(80));
    for (int polls = 0; polls < 10; polls++) {
      assertThat(backoff.after(false)).isLessThanOrEqualTo(Duration.ofMillis(500));
    }
    assertThat(backoff.after(false)).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.after(true)).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void jitterShortensByAQuarterAtMost() {
    PollBackoff shaky = new PollBackoff(Duration.ofMillis(20), Duration.ofMillis(500), () -> 0.999);

    assertThat(shaky.after(true)).isBetween(Duration.ofMillis(15), Duration.ofMillis(16));
  }
}
