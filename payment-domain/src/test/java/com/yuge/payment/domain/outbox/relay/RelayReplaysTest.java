package com.yuge.payment.domain.outbox.relay;

import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayReplaysTest extends RelayScenario {
  @Test
  void withoutReplaysNobodyAsksForThem() {
    given.waiting(7).in(0);

    when.runs().delivers(PUBLISHED);

    then.calls().noneMatch(call -> call.startsWith("replays"));
  }

  @Test
  void aReplayWaitsUntilNothingOfItsPartitionIsPending() {
    given.replays(1).in(0).waiting(7).in(0);
    when.runs();
    then.calls().contains("heads [0, 1]", "replays [1] 3");

    when.delivers(PUBLISHED).polls().delivers(PUBLISHED);

    then.calls().containsSubsequence("ack [7]", "send [1]", "ack replays [1]");
    assertThat(given.replays.waiting).isEmpty();
  }

  @Test
  void aReplayIsMarked() {
    PendingEvent replay = RelayFixtures.event(1, 0).replayed();

    assertThat(replay.headers()).isEqualTo(Map.of("replay", "true"));
  }

  @Test
  void soManyASecondAndNoMore() {
    for (int row = 1; row <= 50; row++) {
      given.replays(row).in(row % 2);
    }
    int sent = 0;
    for (int millis = 0; millis < 200; millis++) {
      when.runs();
      while (!sends.isEmpty()) {
        when.delivers(PUBLISHED);
      }
      sent = 50 - given.replays.waiting.size();
      when.waits(Duration.ofMillis(1));
    }

    assertThat(sent).isBetween(15, 100 / 5 + SETTINGS.batchSize());
  }

  @Test
  void onceThereAreNoneNobodyAsksUntilTheLeasesAreRenewedAgain() {
    given.replays(1).in(0);
    when.runs().delivers(PUBLISHED).polls();
    given.calls.clear();

    when.polls();

    then.calls().containsExactly("heads [0, 1]");
  }
}
