package com.yuge.payment.domain.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.relay.Delivery.Result;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an instance does when others join, and when an operator says stop. */
class RelaySharingTest {
  private static final Duration QUARTER = RelayBench.SETTINGS.lease().dividedBy(4);

  private final RelayBench bench = new RelayBench();

  @Test
  void whatAnotherShouldHaveIsGivenBackAndNoLongerRead() {
    bench.turn();
    bench.share = 1;
    bench.pass(QUARTER);
    bench.turn();

    assertThat(bench.calls)
        .containsSubsequence("holds {0, 1}", "release [0]", "holds {1}", "heads [1]");
  }

  @Test
  void aPartitionWithABatchOnItsWayIsGivenBackWhenTheBatchHasEnded() {
    bench.waits(7, 0);
    bench.waits(8, 1);
    bench.turn();
    bench.share = 0;
    bench.pass(QUARTER);
    bench.turn();
    assertThat(bench.calls).noneMatch(call -> call.startsWith("release"));

    bench.deliver(Result.PUBLISHED);
    bench.deliver(Result.PUBLISHED);

    assertThat(bench.calls).containsSubsequence("ack [7]", "release [0]", "ack [8]", "release [1]");
  }

  @Test
  void whilePausedLeasesAreKeptAndNothingIsRead() {
    bench.paused = true;
    bench.waits(7, 0);
    bench.turn();

    assertThat(bench.calls).containsExactly("keep", "holds {0, 1}");
    assertThat(bench.relay.untilNextDuty()).isEqualTo(QUARTER.toNanos());

    bench.paused = false;
    bench.pass(QUARTER);
    bench.turn();
    bench.deliver(Result.PUBLISHED);
    assertThat(bench.waiting).isEmpty();
  }
}
