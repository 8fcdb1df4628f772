package com.yuge.payment.domain.outbox.relay;

import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.PUBLISHED;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an instance does when others join, and when an operator says stop. */
class RelaySharingTest extends RelayScenario {
  private static final Duration QUARTER = SETTINGS.lease().dividedBy(4);

  @Test
  void whatAnotherShouldHaveIsGivenBackAndNoLongerRead() {
    when.runs();
    given.share = 1;
    when.after(QUARTER);

    then.calls()
        .containsSubsequence("partitions {0, 1}", "release [0]", "partitions {1}", "heads [1]");
  }

  @Test
  void aPartitionWithABatchOnItsWayIsGivenBackWhenTheBatchHasEnded() {
    given.waiting(7).in(0).waiting(8).in(1);
    when.runs();
    given.share = 0;
    when.after(QUARTER);
    then.calls().noneMatch(call -> call.startsWith("release"));

    when.delivers(PUBLISHED, PUBLISHED);

    then.calls().containsSubsequence("ack [7]", "release [0]", "ack [8]", "release [1]");
  }

  @Test
  void whilePausedLeasesAreRenewedAndNothingIsRead() {
    given.paused = true;
    given.waiting(7).in(0);

    when.runs();
    then.calls().containsExactly("renew", "partitions {0, 1}");
    then.nextDuty().isEqualTo(QUARTER);

    given.paused = false;
    when.after(QUARTER).delivers(PUBLISHED);
    then.waiting().isEmpty();
  }
}
