package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StableRowsTest {
  private static final long LONGEST = 80;

  private final StableRows stable = new StableRows(Duration.ofNanos(LONGEST));

  @Test
  void aRowIsSettledOnceEveryTransactionThatDrewALowerIdHasEnded() {
    stable.saw(7, 1_000);

    assertThat(stable.asOf(1_000 + LONGEST)).isZero();
    assertThat(stable.asOf(1_001 + LONGEST)).isEqualTo(7);
  }

  @Test
  void underwayItTrailsByLittleMore() {
    for (long now = 0; now < 1_000; now++) {
      stable.saw(now, now);
      assertThat(stable.asOf(now)).isLessThan(Math.max(1, now - LONGEST));
    }

    assertThat(stable.asOf(1_000)).isGreaterThan(1_000 - LONGEST - LONGEST / 4);
  }

  @Test
  void whatIsForgottenHasToBeSeenAgain() {
    stable.saw(7, 0);
    stable.forget();

    assertThat(stable.asOf(1_000)).isZero();
  }
}
