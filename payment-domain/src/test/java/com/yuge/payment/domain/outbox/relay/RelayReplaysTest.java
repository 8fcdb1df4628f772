package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayReplaysTest {
  private final RelayBench bench = new RelayBench();

  @Test
  void withoutReplaysNobodyAsksForThem() {
    bench.waits(7, 0);
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.calls).noneMatch(call -> call.startsWith("replays"));
  }

  @Test
  void aReplayWaitsUntilNothingOfItsPartitionIsPending() {
    replays(1, 0);
    bench.waits(7, 0);
    bench.runOnce();
    assertThat(bench.calls).contains("heads [0, 1]", "replays [1] 3");

    bench.deliver(Status.PUBLISHED);
    bench.pass(RelayBench.SETTINGS.pollMax());
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.calls).containsSubsequence("ack [7]", "send [1]", "ack replays [1]");
    assertThat(bench.replays.waiting).isEmpty();
  }

  @Test
  void aReplayIsMarked() {
    assertThat(RelayBench.event(1, 0).replayed().headers()).isEqualTo(Map.of("replay", "true"));
  }

  @Test
  void soManyASecondAndNoMore() {
    for (int id = 1; id <= 50; id++) {
      replays(id, id % 2);
    }
    int sent = 0;
    for (int millis = 0; millis < 200; millis++) {
      bench.runOnce();
      while (!bench.sends.isEmpty()) {
        bench.deliver(Status.PUBLISHED);
      }
      sent = 50 - bench.replays.waiting.size();
      bench.pass(Duration.ofMillis(1));
    }

    assertThat(sent).isBetween(15, 100 / 5 + RelayBench.SETTINGS.batchSize());
  }

  @Test
  void onceThereAreNoneNobodyAsksUntilTheLeasesAreRenewedAgain() {
    replays(1, 0);
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);
    bench.pass(RelayBench.SETTINGS.pollMax());
    bench.runOnce();
    bench.calls.clear();

    bench.pass(RelayBench.SETTINGS.pollMax());
    bench.runOnce();

    assertThat(bench.calls).containsExactly("heads [0, 1]");
  }

  private void replays(long rowId, int partition) {
    bench.replays.waiting.put(rowId, RelayBench.event(rowId, partition));
  }
}
