package com.yuge.payment.domain.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollPaceTest {
  private final PollPace pace =
      new PollPace(Duration.ofMillis(20), Duration.ofMillis(500), () -> 0.0);

  @Test
  void slowsDownWhileThereIsNothingAndIsQuickAgainOnceThereIs() {
    assertThat(pace.after(false)).isEqualTo(Duration.ofMillis(40));
    assertThat(pace.after(false)).isEqualTo(Duration.ofMillis(80));
    for (int looks = 0; looks < 10; looks++) {
      assertThat(pace.after(false)).isLessThanOrEqualTo(Duration.ofMillis(500));
    }
    assertThat(pace.after(false)).isEqualTo(Duration.ofMillis(500));
    assertThat(pace.after(true)).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void jitterShortensByAQuarterAtMost() {
    PollPace shaky = new PollPace(Duration.ofMillis(20), Duration.ofMillis(500), () -> 0.999);

    assertThat(shaky.after(true)).isBetween(Duration.ofMillis(15), Duration.ofMillis(16));
  }
}
