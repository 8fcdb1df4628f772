package com.yuge.payment.domain.outbox.relay;

import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.BLOCKED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.PUBLISHED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.REFUSED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.UNSENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayRefusalsTest extends RelayScenario {
  private static final Duration PAUSE = BACKOFF.multipliedBy(8);

  @BeforeEach
  void threeWaitAndOneIsRefused() {
    given.waiting(1, 2, 3).in(0);
    given.refused.add(2L);
  }

  @Test
  void onlyTheCulpritIsKeptBack() {
    when.runs().delivers(REFUSED, PUBLISHED);
    refusedAlone();

    when.delivers(BLOCKED, PUBLISHED);

    then.calls()
        .containsSubsequence("send [1, 2, 3]", "send [1]", "send [2]", "block K2 after 3")
        .contains("send [3]");
    then.waiting().containsOnlyKeys(2L);
    then.sends().isEmpty();
  }

  /** A broker that refuses everything has a fault of its own. */
  @Test
  void beyondTheMostNothingIsBlockedAndAllWaits() {
    given.blocked.addAll(List.of("other", "another"));
    when.runs().delivers(REFUSED, PUBLISHED);
    refusedAlone();

    when.delivers(UNSENT);

    then.sends().isEmpty();
    then.waiting().containsOnlyKeys(2L, 3L);
    given.blocked.clear();
    when.after(PAUSE).delivers(REFUSED, BLOCKED);
    assertThat(given.blocked).containsExactly("K2");
  }

  private void refusedAlone() {
    for (int attempt = 1; attempt <= SETTINGS.maxAttempts(); attempt++) {
      when.delivers(REFUSED).after(PAUSE);
    }
  }
}
