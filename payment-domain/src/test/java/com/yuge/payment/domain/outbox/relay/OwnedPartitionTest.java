package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OwnedPartitionTest extends OwnedPartitionScenario {
  @Test
  void isReadyOnceHeldBecauseOthersMayHaveWritten() {
    assertThat(isReady()).isFalse();

    when.held();

    assertThat(isReady()).isTrue();
  }

  @Test
  void hasOneBatchOnItsWayToTheBrokerAtMost() {
    given.held();
    owned.begin();
    owned.markDirty();
    assertThat(isReady()).isFalse();

    owned.sent(batch(7));

    assertThat(isReady()).isTrue();
  }

  @Test
  void whatComesBeforeAnAckIsAckedByTheNext() {
    given.held().sent(7).ackBegun(7).sent(8).sent(9);
    assertThat(owned.isToBeAcked(NOW)).isFalse();

    when.published(7);

    assertThat(owned.isToBeAcked(NOW)).isTrue();
    when.ackBegun(8, 9);
  }

  @Test
  void whatTheBrokerHasIsLeftOutWhenTheHeadIsReadAgain() {
    given.held().sent(7).ackBegun(7).sent(9);
    assertThat(owned.unacked().without(batch(7, 8, 9, 10).events()))
        .isEqualTo(batch(8, 10).events());

    when.published(7);

    assertThat(owned.unacked().without(batch(8, 9).events())).isEqualTo(batch(8).events());
  }

  @Test
  void nothingMoreIsSentWhileAsMuchAsMayBeSentAgainIsToBeAcked() {
    given.held().sent(LongStream.range(0, Unacked.MOST - 1).toArray());
    assertThat(isReady()).isTrue();
    assertThat(owned.waitsForAck()).isFalse();

    when.sent(Unacked.MOST);

    assertThat(isReady()).isFalse();
    assertThat(owned.waitsForAck()).isTrue();
  }

  @Test
  void nothingIsSentUnderANewLeaseUntilWhatWasSentUnderTheOldOneHasEnded() {
    given.held().sent(7).heldInEpoch(2);

    assertThat(isReady()).isFalse();
    assertThat(owned.waitsForAck()).isTrue();
  }

  @Test
  void isQuietAfterItsHeadWasReadUntilSomethingComes() {
    given.held().readToTheEnd();
    assertThat(isReady()).isFalse();

    owned.markDirty();

    assertThat(isReady()).isTrue();
  }

  @Test
  void aFullBatchMayHaveLeftSomeBehind() {
    given.held().readToTheEnd();
    owned.begin();
    owned.sent(full(batch(7)));
    owned.markDirty();
    assertThat(isReady()).isFalse();
    assertThat(owned.waitsForAck()).isTrue();

    assertThat(owned.unacked().take().full()).isTrue();
    owned.published(full(batch(7)));

    assertThat(isReady()).isTrue();
  }

  @Test
  void pausesAfterTroubleAndThenTriesTheSameAgain() {
    given.held().readToTheEnd();
    owned.begin();
    when.unsent();

    assertThat(owned.isReady(NOW + PAUSE - 1, ROOM)).isFalse();
    assertThat(owned.pauseLeft(NOW)).hasValue(PAUSE);
    assertThat(owned.isReady(NOW + PAUSE, ROOM)).isTrue();
    assertThat(owned.pauseLeft(NOW + PAUSE)).isEmpty();
  }

  @Test
  void troubleInARowCountsAndSuccessEndsTheRow() {
    given.held().unsent().unsent();
    assertThat(owned.pause().failures()).isEqualTo(2);
    assertThat(owned.pauseLeft(NOW)).hasValue(2 * PAUSE);

    when.published(7);

    assertThat(owned.pause().failures()).isZero();
  }

  @Test
  void whatFailedToBeAckedIsSoBeforeAnythingElseIsSent() {
    given.held().sent(7).ackBegun(7);
    owned.unacked(NOW, backoff);
    long due = NOW + PAUSE;
    assertThat(owned.isToBeAcked(due - 1)).isFalse();
    assertThat(owned.isToBeAcked(due)).isTrue();
    assertThat(owned.isReady(due, ROOM)).isFalse();
    assertThat(owned.isBusy()).isTrue();

    when.ackBegun(7);
    assertThat(owned.isToBeAcked(due)).isFalse();
    assertThat(owned.isReady(due, ROOM)).isFalse();

    when.published(7);
    assertThat(owned.isBusy()).isFalse();
  }

  @Test
  void aRenewedLeaseIsNoNewsButANewEpochIs() {
    given.held().readToTheEnd();

    when.held();
    assertThat(isReady()).isFalse();

    when.heldInEpoch(2);
    assertThat(isReady()).isTrue();
  }

  @Test
  void sendsNothingThatTheLeaseMayNotOutlast() {
    given.held();

    assertThat(owned.isReady(UNTIL - ROOM, ROOM)).isTrue();
    assertThat(owned.isReady(UNTIL - ROOM + 1, ROOM)).isFalse();
  }

  @Test
  void aFencedPartitionWaitsForALeaseOfItsOwn() {
    given.held().sent(7).ackBegun(7);

    owned.fenced();

    assertThat(isReady()).isFalse();
    assertThat(owned.lease()).isEmpty();
  }

  @Test
  void aRefusedBatchIsHalvedAtOnceUntilTheCulpritIsAlone() {
    given.held();
    owned.begin();

    assertThat(owned.refused(batch(7, 8, 9, 10), NOW, backoff)).isZero();
    assertThat(owned.limit(false)).isEqualTo(2);
    assertThat(isReady()).isTrue();
    assertThat(owned.refused(batch(7, 8), NOW, backoff)).isZero();
    assertThat(owned.limit(false)).isOne();
  }

  @Test
  void aRefusedEventThatIsAlonePausesAndCounts() {
    given.held();
    assertThat(owned.refused(batch(7), NOW, backoff)).isOne();
    assertThat(isReady()).isFalse();
    assertThat(owned.refused(batch(7), NOW, backoff)).isEqualTo(2);

    owned.blocked(batch(7));

    assertThat(owned.isReady(NOW + Duration.ofSeconds(1).toNanos(), ROOM)).isTrue();
    assertThat(owned.limit(false)).isEqualTo(200);
    assertThat(owned.pause().failures()).isZero();
  }
}
