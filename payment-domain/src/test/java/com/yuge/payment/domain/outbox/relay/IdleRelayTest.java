package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a relay costs that has nothing to do. */
class IdleRelayTest {
  private static final Duration TIME = Duration.ofMinutes(10);

  private final RelayBench bench = new RelayBench();

  @Test
  void itWakesForItsPollsAndItsLeasesAndForNothingElse() {
    int unused = pass(Duration.ofSeconds(10));
    bench.calls.clear();

    int turns = pass(TIME);

    // One more of each may fall into the time.
    long polls = TIME.dividedBy(RelayBench.SETTINGS.pollMax()) + 1;
    long renewals = 4 * TIME.dividedBy(RelayBench.SETTINGS.lease()) + 1;
    assertThat(bench.calls.stream().filter("renew"::equals).count()).isBetween(1L, renewals);
    assertThat((long) bench.calls.size()).isBetween(1L, polls + renewals);
    assertThat((long) turns).isLessThanOrEqualTo(polls + renewals);
  }

  /** Has it wait as it says it may; returns how often it woke. */
  private int pass(Duration time) {
    int turns = 0;
    for (long end = bench.now + time.toNanos(); bench.now < end; turns++) {
      bench.pass(Duration.ofNanos(bench.relay.untilNextDuty()));
      bench.runOnce();
    }
    return turns;
  }
}
