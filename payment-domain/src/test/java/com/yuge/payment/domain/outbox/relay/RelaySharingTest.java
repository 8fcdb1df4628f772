package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an instance does when others join, and when an operator says stop. */
class RelaySharingTest {
  private static final Duration QUARTER = RelayBench.SETTINGS.lease().dividedBy(4);

  private final RelayBench bench = new RelayBench();

  @Test
  void whatAnotherShouldHaveIsGivenBackAndNoLongerRead() {
    bench.runOnce();
    bench.share = 1;
    bench.pass(QUARTER);
    bench.runOnce();

    assertThat(bench.calls)
        .containsSubsequence("partitions {0, 1}", "release [0]", "partitions {1}", "heads [1]");
  }

  @Test
  void aPartitionWithABatchOnItsWayIsGivenBackWhenTheBatchHasEnded() {
    bench.waits(7, 0);
    bench.waits(8, 1);
    bench.runOnce();
    bench.share = 0;
    bench.pass(QUARTER);
    bench.runOnce();
    assertThat(bench.calls).noneMatch(call -> call.startsWith("release"));

    bench.deliver(Status.PUBLISHED);
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.calls).containsSubsequence("ack [7]", "release [0]", "ack [8]", "release [1]");
  }

  @Test
  void whilePausedLeasesAreRenewedAndNothingIsRead() {
    bench.paused = true;
    bench.waits(7, 0);
    bench.runOnce();

    assertThat(bench.calls).containsExactly("renew", "partitions {0, 1}");
    assertThat(bench.relay.untilNextDuty()).isEqualTo(QUARTER.toNanos());

    bench.paused = false;
    bench.pass(QUARTER);
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);
    assertThat(bench.waiting).isEmpty();
  }
}
