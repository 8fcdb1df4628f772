package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelayEventsTest {
  private static final Duration BACKOFF = Duration.ofMillis(100);

  private final RelayBench bench = new RelayBench();

  @Test
  void takesItsPartitionsReadsThemSendsAndAcks() {
    bench.waits(7, 0);

    bench.runOnce();
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.calls)
        .containsExactly(
            "renew", "partitions {0, 1}", "heads [0, 1]", "send [7]", "ack [7]", "PUBLISHED 0");
  }

  @Test
  void aCommitIsReadAtOnceAndOnlyWhereItWas() {
    bench.runOnce();
    bench.calls.clear();

    bench.commit(7, 1);

    assertThat(bench.calls).containsExactly("heads [1]");
    assertThat(bench.sends).hasSize(1);
  }

  @Test
  void onlyWhatNobodyToldOfMakesItPollMoreOften() {
    bench.runOnce();
    bench.commit(7, 0);
    bench.deliver(Status.PUBLISHED);
    bench.pass(RelayBench.SETTINGS.pollMax());
    bench.commit(8, 1);
    long afterWhatWasTold = bench.relay.untilNextDuty();
    bench.deliver(Status.PUBLISHED);
    bench.pass(RelayBench.SETTINGS.pollMax());
    bench.waits(9, 1);
    bench.runOnce();

    assertThat(bench.relay.untilNextDuty()).isLessThan(afterWhatWasTold);
  }

  @Test
  void whatComesDuringASendWaitsForItsEnd() {
    bench.waits(7, 1);
    bench.runOnce();

    bench.commit(8, 1);
    assertThat(bench.sends).hasSize(1);
    bench.deliver(Status.PUBLISHED);
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.calls).containsSubsequence("send [7]", "send [8]", "ack [8]");
  }

  @Test
  void whatComesBeforeAnAckDoesNotWaitForIt() {
    bench.waits(7, 1);
    bench.runOnce();
    assertThat(bench.run(bench.sends.remove()).status()).isEqualTo(Status.SENT);

    bench.commit(8, 1);
    assertThat(bench.run(bench.sends.remove()).status()).isEqualTo(Status.SENT);

    assertThat(bench.calls).contains("send [7]", "send [8]").doesNotContain("ack [7]");
  }

  @Test
  void aFullBatchIsFollowedByTheNext() {
    for (int id = 1; id <= 4; id++) {
      bench.waits(id, 0);
    }

    bench.runOnce();
    bench.deliver(Status.PUBLISHED);
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.calls).containsSubsequence("send [1, 2, 3]", "send [4]");
    assertThat(bench.waiting).isEmpty();
  }

  @Test
  void troubleOfOnePartitionPausesThatOneOnly() {
    bench.waits(7, 0);
    bench.waits(8, 1);
    bench.outcomes.add(new SendOutcome.Trouble("busy"));
    bench.runOnce();

    bench.deliver(Status.UNSENT);
    bench.deliver(Status.PUBLISHED);
    assertThat(bench.sends).isEmpty();

    bench.pass(BACKOFF);
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);
    assertThat(bench.waiting).isEmpty();
  }

  /** The store may have written them at once, and its answer may have taken the rest. */
  @Test
  void leasesCountFromWhenTheyWereAskedFor() {
    bench.waits(7, 0);
    bench.timePerRenewal = RelayBench.SETTINGS.lease().minus(Duration.ofSeconds(3));
    bench.runOnce();
    assertThat(bench.sends).isEmpty();

    bench.timePerRenewal = Duration.ZERO;
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);
    assertThat(bench.waiting).isEmpty();
  }

  @Test
  void aSuccessEndsThePausesOfAllThatWaitForThatBroker() {
    bench.oneBroker = true;
    bench.waits(7, 0);
    bench.waits(8, 1);
    bench.outcomes.add(new SendOutcome.Trouble("away"));
    bench.runOnce();
    bench.deliver(Status.UNSENT);

    bench.deliver(Status.PUBLISHED);

    bench.deliver(Status.PUBLISHED);
    assertThat(bench.waiting).isEmpty();
  }

  /** Its own queue may be at fault, and others publish all the time. */
  @Test
  void ofTwoPausesInARowOnlyOneEndsEarly() {
    bench.oneBroker = true;
    bench.waits(7, 0);
    bench.waits(8, 1);
    bench.outcomes.add(new SendOutcome.Trouble("no such queue"));
    bench.runOnce();
    bench.deliver(Status.UNSENT);
    bench.deliver(Status.PUBLISHED);
    bench.outcomes.add(new SendOutcome.Trouble("no such queue"));
    bench.deliver(Status.UNSENT);

    bench.commit(9, 1);
    bench.deliver(Status.PUBLISHED);
    assertThat(bench.sends).isEmpty();

    bench.pass(BACKOFF.multipliedBy(2));
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);
    assertThat(bench.waiting).isEmpty();
  }

  @Test
  void whatTheBrokerHasIsAckedLaterInsteadOfSentAgain() {
    bench.waits(7, 0);
    bench.failingAcks = 2;
    bench.runOnce();

    bench.deliver(Status.UNACKED);
    bench.pass(BACKOFF);
    bench.runOnce();
    bench.deliver(Status.UNACKED);
    bench.pass(BACKOFF.multipliedBy(2));
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.calls).containsOnlyOnce("send [7]");
    assertThat(bench.waiting).isEmpty();
  }

  @Test
  void whoWasRobbedAsksForItsLeasesAtOnce() {
    bench.waits(7, 0);
    bench.runOnce();
    bench.calls.clear();
    bench.robbed = true;

    bench.deliver(Status.FENCED);

    assertThat(bench.calls).containsSubsequence("FENCED 0", "renew");
  }

  @Test
  void aDatabaseThatIsAwayPausesTheWholeRelay() {
    bench.failingReads = 1;
    bench.runOnce();
    bench.calls.clear();

    bench.runOnce();
    assertThat(bench.calls).isEmpty();
    assertThat(bench.relay.untilNextDuty()).isEqualTo(BACKOFF.toNanos());

    bench.pass(BACKOFF);
    bench.runOnce();
    assertThat(bench.calls).contains("heads [0 to 0, 1 to 0]");
  }

  @Test
  void aStopReadsNothingMoreButAcksWhatTheBrokerHas() {
    bench.waits(7, 0);
    bench.waits(8, 1);
    bench.failingAcks = 1;
    bench.runOnce();
    bench.relay.stopReading();

    bench.deliver(Status.UNACKED);
    bench.commit(9, 1);
    bench.deliver(Status.PUBLISHED);
    assertThat(bench.relay.isBusy()).isTrue();
    bench.pass(BACKOFF);
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.relay.isBusy()).isFalse();
    assertThat(bench.relay.release()).isEqualTo(2);
    assertThat(bench.waiting).containsOnlyKeys(9L);
    assertThat(bench.calls).endsWith("release [0, 1]", "leave");
  }

  @Test
  void aSendThatTheLeaseMayNotOutlastIsNotBegun() {
    bench.waits(7, 0);
    bench.runOnce();
    bench.pass(RelayBench.SETTINGS.lease().minus(RelayBench.SETTINGS.sendAndAck()).plusNanos(1));

    bench.deliver(Status.UNSENT);

    assertThat(bench.calls).doesNotContain("send [7]");
  }

  @Test
  void wholeHeadsThatTakeLongerThanTheLeaseLastsAreReadInParts() {
    for (int id = 1; id <= 6; id++) {
      bench.waits(id, id % 2);
    }
    bench.timePerRow = Duration.ofMillis(1_500);

    bench.runOnce();
    bench.deliver(Status.UNSENT);
    bench.deliver(Status.UNSENT);
    bench.pass(BACKOFF);
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.calls).contains("send [1]", "send [2]").doesNotContain("send [1, 3, 5]");
  }

  @Test
  void anIdleRelayPollsLessAndLessOften() {
    bench.runOnce();
    assertThat(bench.relay.untilNextDuty()).isEqualTo(Duration.ofMillis(40).toNanos());
    for (int scan = 0; scan < 5; scan++) {
      bench.pass(Duration.ofNanos(bench.relay.untilNextDuty()));
      bench.runOnce();
    }
    assertThat(bench.relay.untilNextDuty()).isEqualTo(Duration.ofMillis(500).toNanos());
  }
}
