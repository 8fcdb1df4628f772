package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OwnedPartitionTest {
  private static final long NOW = -1_000;
  private static final long ROOM = Duration.ofSeconds(4).toNanos();
  private static final long UNTIL = NOW + Duration.ofSeconds(10).toNanos();

  private final Backoff backoff =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), () -> 0.0);
  private final OwnedPartition owned = new OwnedPartition(3, 200, NOW);

  @Test
  void isReadyOnceHeldBecauseOthersMayHaveWritten() {
    assertThat(owned.isReady(NOW, ROOM)).isFalse();

    owned.hold(new Lease(3, 1), UNTIL);

    assertThat(owned.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void hasOneBatchOnItsWayToTheBrokerAtMost() {
    held();
    owned.begin();
    owned.markDirty();

    assertThat(owned.isReady(NOW, ROOM)).isFalse();

    owned.sent(batch(false, 7));

    assertThat(owned.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void whatComesBeforeAnAckIsAckedByTheNext() {
    held();
    sent(batch(false, 7));
    assertThat(owned.unacked().take()).isEqualTo(batch(false, 7));
    sent(batch(false, 8));
    sent(batch(false, 9));

    assertThat(owned.isToBeAcked(NOW)).isFalse();
    owned.published(batch(false, 7));
    assertThat(owned.isToBeAcked(NOW)).isTrue();
    assertThat(owned.unacked().take()).isEqualTo(batch(false, 8, 9));
  }

  @Test
  void whatTheBrokerHasIsLeftOutWhenTheHeadIsReadAgain() {
    held();
    sent(batch(false, 7));
    assertThat(owned.unacked().take()).isEqualTo(batch(false, 7));
    sent(batch(false, 9));

    assertThat(owned.unacked().without(batch(false, 7, 8, 9, 10).events()))
        .isEqualTo(batch(false, 8, 10).events());
    owned.published(batch(false, 7));
    assertThat(owned.unacked().without(batch(false, 8, 9).events()))
        .isEqualTo(batch(false, 8).events());
  }

  @Test
  void nothingMoreIsSentWhileAsMuchAsMayBeSentAgainIsToBeAcked() {
    held();
    sent(batch(false, LongStream.range(0, Unacked.MOST - 1).toArray()));
    assertThat(owned.isReady(NOW, ROOM)).isTrue();
    assertThat(owned.waitsForAck()).isFalse();

    sent(batch(false, Unacked.MOST));

    assertThat(owned.isReady(NOW, ROOM)).isFalse();
    assertThat(owned.waitsForAck()).isTrue();
  }

  @Test
  void nothingIsSentUnderANewLeaseUntilWhatWasSentUnderTheOldOneHasEnded() {
    held();
    sent(batch(false, 7));
    owned.hold(new Lease(3, 2), UNTIL);

    assertThat(owned.isReady(NOW, ROOM)).isFalse();
    assertThat(owned.waitsForAck()).isTrue();
  }

  @Test
  void isQuietAfterItsHeadWasReadUntilSomethingComes() {
    held();
    readToTheEnd();

    assertThat(owned.isReady(NOW, ROOM)).isFalse();

    owned.markDirty();

    assertThat(owned.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void aFullBatchMayHaveLeftSomeBehind() {
    held();
    readToTheEnd();
    sent(batch(true, 7));
    owned.markDirty();
    assertThat(owned.isReady(NOW, ROOM)).isFalse();
    assertThat(owned.waitsForAck()).isTrue();

    assertThat(owned.unacked().take().full()).isTrue();
    owned.published(batch(true, 7));

    assertThat(owned.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void pausesAfterTroubleAndThenTriesTheSameAgain() {
    held();
    readToTheEnd();
    owned.begin();
    owned.unsent(NOW, backoff);
    long pause = Duration.ofMillis(100).toNanos();

    assertThat(owned.isReady(NOW + pause - 1, ROOM)).isFalse();
    assertThat(owned.pauseLeft(NOW)).hasValue(pause);
    assertThat(owned.isReady(NOW + pause, ROOM)).isTrue();
    assertThat(owned.pauseLeft(NOW + pause)).isEmpty();
  }

  @Test
  void troubleInARowCountsAndSuccessEndsTheRow() {
    held();
    owned.unsent(NOW, backoff);
    owned.unsent(NOW, backoff);

    assertThat(owned.pause().failures()).isEqualTo(2);
    assertThat(owned.pauseLeft(NOW)).hasValue(Duration.ofMillis(200).toNanos());

    owned.published(batch(false, 7));

    assertThat(owned.pause().failures()).isZero();
  }

  @Test
  void whatFailedToBeAckedIsSoBeforeAnythingElseIsSent() {
    Batch batch = batch(false, 7);
    held();
    sent(batch);
    assertThat(owned.unacked().take()).isEqualTo(batch);
    owned.unacked(NOW, backoff);
    long due = NOW + Duration.ofMillis(100).toNanos();

    assertThat(owned.isToBeAcked(due - 1)).isFalse();
    assertThat(owned.isToBeAcked(due)).isTrue();
    assertThat(owned.isReady(due, ROOM)).isFalse();
    assertThat(owned.isBusy()).isTrue();

    assertThat(owned.unacked().take()).isEqualTo(batch);
    assertThat(owned.isToBeAcked(due)).isFalse();
    assertThat(owned.isReady(due, ROOM)).isFalse();

    owned.published(batch(false, 7));

    assertThat(owned.isBusy()).isFalse();
  }

  @Test
  void aRenewedLeaseIsNoNewsButANewEpochIs() {
    held();
    readToTheEnd();
    owned.hold(new Lease(3, 1), UNTIL);

    assertThat(owned.isReady(NOW, ROOM)).isFalse();

    owned.hold(new Lease(3, 2), UNTIL);

    assertThat(owned.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void sendsNothingThatTheLeaseMayNotOutlast() {
    held();

    assertThat(owned.isReady(UNTIL - ROOM, ROOM)).isTrue();
    assertThat(owned.isReady(UNTIL - ROOM + 1, ROOM)).isFalse();
  }

  @Test
  void aFencedPartitionWaitsForALeaseOfItsOwn() {
    held();
    sent(batch(false, 7));
    assertThat(owned.unacked().take()).isNotNull();
    owned.fenced();

    assertThat(owned.isReady(NOW, ROOM)).isFalse();
    assertThat(owned.lease()).isEmpty();
  }

  @Test
  void aRefusedBatchIsHalvedAtOnceUntilTheCulpritIsAlone() {
    held();
    owned.begin();

    assertThat(owned.refused(batch(false, 7, 8, 9, 10), NOW, backoff)).isZero();
    assertThat(owned.limit(false)).isEqualTo(2);
    assertThat(owned.isReady(NOW, ROOM)).isTrue();
    assertThat(owned.refused(batch(false, 7, 8), NOW, backoff)).isZero();
    assertThat(owned.limit(false)).isOne();
  }

  @Test
  void aRefusedEventThatIsAlonePausesAndCounts() {
    held();

    assertThat(owned.refused(batch(false, 7), NOW, backoff)).isOne();
    assertThat(owned.isReady(NOW, ROOM)).isFalse();
    assertThat(owned.refused(batch(false, 7), NOW, backoff)).isEqualTo(2);

    owned.blocked(batch(false, 7));

    assertThat(owned.isReady(NOW + Duration.ofSeconds(1).toNanos(), ROOM)).isTrue();
    assertThat(owned.limit(false)).isEqualTo(200);
    assertThat(owned.pause().failures()).isZero();
  }

  static Batch batch(boolean full, long... rowIds) {
    List<PendingEvent> events =
        LongStream.of(rowIds).mapToObj(id -> RelayFixtures.event(id, 3)).toList();
    return new Batch(new Lease(3, 1), events, full, false);
  }

  private void sent(Batch batch) {
    owned.begin();
    owned.sent(batch);
  }

  /** Its head was read, and nothing was left. */
  private void readToTheEnd() {
    owned.read(RowRange.whole(3), null, 0);
  }

  private void held() {
    owned.hold(new Lease(3, 1), UNTIL);
  }
}
