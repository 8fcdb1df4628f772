package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayRefusalsTest {
  private static final Duration BACKOFF = Duration.ofMillis(100);

  private final RelayBench bench = new RelayBench();

  @BeforeEach
  void threeWaitAndOneIsRefused() {
    for (int id = 1; id <= 3; id++) {
      bench.waits(id, 0);
    }
    bench.refused.add(2L);
  }

  @Test
  void onlyTheCulpritIsKeptBack() {
    bench.runOnce();
    bench.deliver(Status.REFUSED);
    bench.deliver(Status.PUBLISHED);
    refusedAlone();

    bench.deliver(Status.BLOCKED);
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.calls)
        .containsSubsequence("send [1, 2, 3]", "send [1]", "send [2]", "block K2 after 3")
        .contains("send [3]");
    assertThat(bench.waiting).containsOnlyKeys(2L);
    assertThat(bench.sends).isEmpty();
  }

  /** A broker that refuses everything has a fault of its own. */
  @Test
  void beyondTheMostNothingIsBlockedAndAllWaits() {
    bench.blocked.add("other");
    bench.blocked.add("another");
    bench.runOnce();
    bench.deliver(Status.REFUSED);
    bench.deliver(Status.PUBLISHED);
    refusedAlone();

    bench.deliver(Status.UNSENT);

    assertThat(bench.sends).isEmpty();
    assertThat(bench.waiting).containsOnlyKeys(2L, 3L);
    bench.blocked.clear();
    pass();
    bench.deliver(Status.REFUSED);
    bench.deliver(Status.BLOCKED);
    assertThat(bench.blocked).containsExactly("K2");
  }

  private void refusedAlone() {
    for (int attempt = 1; attempt <= RelayBench.SETTINGS.maxAttempts(); attempt++) {
      bench.deliver(Status.REFUSED);
      pass();
    }
  }

  private void pass() {
    bench.pass(BACKOFF.multipliedBy(8));
    bench.runOnce();
  }
}
