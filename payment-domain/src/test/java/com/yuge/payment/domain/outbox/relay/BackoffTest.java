package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration MIN = Duration.ofMillis(100);
  private static final Duration MAX = Duration.ofSeconds(10);

  @Test
  void doublesUpToTheLongestPause() {
    Backoff backoff = new Backoff(MIN, MAX, () -> 0.0);

    assertThat(backoff.after(1)).isEqualTo(MIN);
    assertThat(backoff.after(2)).isEqualTo(Duration.ofMillis(200));
    assertThat(backoff.after(7)).isEqualTo(Duration.ofMillis(6400));
    assertThat(backoff.after(8)).isEqualTo(MAX);
    assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(MAX);
  }

  @Test
  void jitterCutsAtMostAHalf() {
    Backoff backoff = new Backoff(MIN, MAX, () -> 0.999999);

    assertThat(backoff.after(1)).isBetween(MIN.dividedBy(2), MIN.dividedBy(2).plusMillis(1));
  }
}
