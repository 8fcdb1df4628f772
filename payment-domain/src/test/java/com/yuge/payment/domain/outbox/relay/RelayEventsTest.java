package com.yuge.payment.domain.outbox.relay;

import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.FENCED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.PUBLISHED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.UNACKED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.UNSENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayEventsTest extends RelayScenario {
  @Test
  void takesItsPartitionsReadsThemSendsAndAcks() {
    given.waiting(7).in(0);

    when.runs().delivers(PUBLISHED);

    then.calls()
        .containsExactly(
            "renew", "partitions {0, 1}", "heads [0, 1]", "send [7]", "ack [7]", "PUBLISHED 0");
  }

  @Test
  void aCommitIsReadAtOnceAndOnlyWhereItWas() {
    when.runs();
    given.calls.clear();

    when.commits(7).in(1);

    then.calls().containsExactly("heads [1]");
    then.sends().hasSize(1);
  }

  @Test
  void whatComesDuringASendWaitsForItsEnd() {
    given.waiting(7).in(1);

    when.runs().commits(8).in(1);
    then.sends().hasSize(1);
    when.delivers(PUBLISHED, PUBLISHED);

    then.calls().containsSubsequence("send [7]", "send [8]", "ack [8]");
  }

  @Test
  void whatComesBeforeAnAckDoesNotWaitForIt() {
    given.waiting(7).in(1);

    when.runs().sends().commits(8).in(1).sends();

    then.calls().contains("send [7]", "send [8]").doesNotContain("ack [7]");
  }

  @Test
  void aFullBatchIsFollowedByTheNext() {
    given.waiting(1, 2, 3, 4).in(0);

    when.runs().delivers(PUBLISHED, PUBLISHED);

    then.calls().containsSubsequence("send [1, 2, 3]", "send [4]");
    then.waiting().isEmpty();
  }

  @Test
  void troubleOfOnePartitionPausesThatOneOnly() {
    given.waiting(7).in(0).waiting(8).in(1);
    given.brokerTrouble("busy");

    when.runs().delivers(UNSENT, PUBLISHED);
    then.sends().isEmpty();

    when.after(BACKOFF).delivers(PUBLISHED);
    then.waiting().isEmpty();
  }

  /** The store may have written them at once, and its answer may have taken the rest. */
  @Test
  void leasesCountFromWhenTheyWereAskedFor() {
    given.waiting(7).in(0);
    given.timePerRenewal = SETTINGS.leftForSend().plusNanos(1);
    when.runs();
    then.sends().isEmpty();

    given.timePerRenewal = Duration.ZERO;
    when.runs().delivers(PUBLISHED);
    then.waiting().isEmpty();
  }

  @Test
  void aSuccessEndsThePausesOfAllThatWaitForThatBroker() {
    given.oneBroker = true;
    given.waiting(7).in(0).waiting(8).in(1);
    given.brokerTrouble("away");

    when.runs().delivers(UNSENT, PUBLISHED, PUBLISHED);

    then.waiting().isEmpty();
  }

  /** Its own queue may be at fault, and others publish all the time. */
  @Test
  void ofTwoPausesInARowOnlyOneEndsEarly() {
    given.oneBroker = true;
    given.waiting(7).in(0).waiting(8).in(1);
    given.brokerTrouble("no such queue");
    when.runs().delivers(UNSENT, PUBLISHED);
    given.brokerTrouble("no such queue");

    when.delivers(UNSENT).commits(9).in(1).delivers(PUBLISHED);
    then.sends().isEmpty();

    when.after(BACKOFF.multipliedBy(2)).delivers(PUBLISHED);
    then.waiting().isEmpty();
  }

  /** Longer pauses of the others end with its success. */
  @Test
  void whileABrokerIsAwayOneOfItsPartitionsTriesItTwiceASecond() {
    given.oneBroker = true;
    given.waiting(7).in(0).waiting(8).in(1);
    int tries = 40;
    IntStream.range(0, tries).forEach(i -> given.brokerTrouble("away"));
    when.runs();

    long begin = given.now;
    while (!given.outcomes.isEmpty()) {
      when.delivers(UNSENT);
      assertThat(untilNextSend()).isLessThanOrEqualTo(RelayEvents.TRY_EVERY);
    }
    assertThat(Duration.ofNanos(given.now - begin))
        .isGreaterThan(RelayEvents.TRY_EVERY.multipliedBy(tries * 3 / 4));

    when.delivers(PUBLISHED, PUBLISHED);
    then.waiting().isEmpty();
  }

  private Duration untilNextSend() {
    long begin = given.now;
    while (sends.isEmpty()) {
      when.after(nextDuty());
    }
    return Duration.ofNanos(given.now - begin);
  }

  @Test
  void acksThatFailedWithTheStoreAreRepeatedOnceItAnswers() {
    given.waiting(7).in(0);
    given.failingAcks = 3;
    when.runs().delivers(UNACKED);
    when.after(BACKOFF).delivers(UNACKED);
    when.after(BACKOFF.multipliedBy(2)).delivers(UNACKED);
    given.failingReads = 1;
    when.commits(8).in(1);
    then.calls().contains("paused 1");

    when.after(BACKOFF).runs();

    assertThat(endings).as("acks").hasSize(1);
  }

  @Test
  void whatADeadInstanceHadIsAskedForWhenItsLeasesEnd() {
    given.nextEnd = Duration.ofMillis(40);
    when.runs();
    given.calls.clear();

    when.after(Duration.ofMillis(40));
    then.calls().doesNotContain("renew");
    when.after(Duration.ofNanos(1));
    then.calls().contains("renew");
  }

  @Test
  void whatTheBrokerHasIsAckedLaterInsteadOfSentAgain() {
    given.waiting(7).in(0);
    given.failingAcks = 2;

    when.runs().delivers(UNACKED);
    when.after(BACKOFF).delivers(UNACKED);
    when.after(BACKOFF.multipliedBy(2)).delivers(PUBLISHED);

    then.calls().containsOnlyOnce("send [7]");
    then.waiting().isEmpty();
  }

  @Test
  void whoWasRobbedAsksForItsLeasesAtOnce() {
    given.waiting(7).in(0);
    when.runs();
    given.calls.clear();
    given.robbed = true;

    when.delivers(FENCED);

    then.calls().containsSubsequence("FENCED 0", "renew");
  }

  @Test
  void aDatabaseThatIsAwayPausesTheWholeRelay() {
    given.failingReads = 1;
    when.runs();
    given.calls.clear();

    when.runs();
    then.calls().isEmpty();
    then.nextDuty().isEqualTo(BACKOFF);

    when.after(BACKOFF);
    then.calls().contains("heads [0 to 0, 1 to 0]");
  }

  @Test
  void aStopReadsNothingMoreButAcksWhatTheBrokerHas() {
    given.waiting(7).in(0).waiting(8).in(1);
    given.failingAcks = 1;
    when.runs();
    relay.stopReading();

    when.delivers(UNACKED).commits(9).in(1).delivers(PUBLISHED);
    assertThat(relay.isBusy()).isTrue();
    when.after(BACKOFF).delivers(PUBLISHED);

    assertThat(relay.isBusy()).isFalse();
    assertThat(relay.release()).isEqualTo(2);
    then.waiting().containsOnlyKeys(9L);
    then.calls().endsWith("release [0, 1]", "leave");
  }

  @Test
  void aSendThatTheLeaseMayNotOutlastIsNotBegun() {
    given.waiting(7).in(0);
    when.runs();
    when.waits(SETTINGS.leftForSend().plusNanos(1)).delivers(UNSENT);

    then.calls().doesNotContain("send [7]");
  }

  @Test
  void wholeHeadsThatTakeLongerThanTheLeaseLastsAreReadInParts() {
    given.waiting(2, 4, 6).in(0).waiting(1, 3, 5).in(1);
    given.timePerRow = Duration.ofMillis(1_500);

    when.runs().delivers(UNSENT, UNSENT);
    when.after(BACKOFF).delivers(PUBLISHED, PUBLISHED);

    then.calls().contains("send [1]", "send [2]").doesNotContain("send [1, 3, 5]");
  }
}
