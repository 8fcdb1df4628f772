package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettledRowsTest {
  private static final long LONGEST = 80;

  private final SettledRows settled = new SettledRows(Duration.ofNanos(LONGEST));

  @Test
  void aRowIsSettledOnceEveryTransactionThatDrewALowerIdHasEnded() {
    settled.saw(7, 1_000);

    assertThat(settled.asOf(1_000 + LONGEST)).isZero();
    assertThat(settled.asOf(1_001 + LONGEST)).isEqualTo(7);
  }

  @Test
  void underwayItTrailsByLittleMore() {
    for (long now = 0; now < 1_000; now++) {
      settled.saw(now, now);
      assertThat(settled.asOf(now)).isLessThan(Math.max(1, now - LONGEST));
    }

    assertThat(settled.asOf(1_000)).isGreaterThan(1_000 - LONGEST - LONGEST / 4);
  }

  @Test
  void whatIsForgottenHasToBeSeenAgain() {
    settled.saw(7, 0);
    settled.forget();

    assertThat(settled.asOf(1_000)).isZero();
  }
}
