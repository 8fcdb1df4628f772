package com.yuge.payment.domain.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final long NOW = -1_000;
  private static final long ROOM = Duration.ofSeconds(4).toNanos();
  private static final long UNTIL = NOW + Duration.ofSeconds(10).toNanos();

  private final Backoff backoff =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), () -> 0.0);
  private final Lane lane = new Lane(3, 200, NOW);

  @Test
  void isReadyOnceHeldBecauseOthersMayHaveWritten() {
    assertThat(lane.isReady(NOW, ROOM)).isFalse();

    lane.hold(new Lease(3, 1), UNTIL);

    assertThat(lane.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void hasOneBatchOnItsWayToTheBrokerAtMost() {
    held();
    lane.begin();
    lane.want();

    assertThat(lane.isReady(NOW, ROOM)).isFalse();

    lane.sent(batch(false, 7));

    assertThat(lane.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void whatComesBeforeAStrikeOffIsStruckOffByTheNext() {
    held();
    sent(batch(false, 7));
    assertThat(lane.unacked().take()).isEqualTo(batch(false, 7));
    sent(batch(false, 8));
    sent(batch(false, 9));

    assertThat(lane.isToBeStruckOff(NOW)).isFalse();
    lane.published(batch(false, 7));
    assertThat(lane.isToBeStruckOff(NOW)).isTrue();
    assertThat(lane.unacked().take()).isEqualTo(batch(false, 8, 9));
  }

  @Test
  void whatTheBrokerHasIsLeftOutWhenTheHeadIsReadAgain() {
    held();
    sent(batch(false, 7));
    assertThat(lane.unacked().take()).isEqualTo(batch(false, 7));
    sent(batch(false, 9));

    assertThat(lane.unacked().without(batch(false, 7, 8, 9, 10).events()))
        .isEqualTo(batch(false, 8, 10).events());
    lane.published(batch(false, 7));
    assertThat(lane.unacked().without(batch(false, 8, 9).events()))
        .isEqualTo(batch(false, 8).events());
  }

  @Test
  void nothingMoreIsSentWhileAsMuchAsMayBeSentAgainIsToBeStruckOff() {
    held();
    sent(batch(false, LongStream.range(0, Unacked.MOST - 1).toArray()));
    assertThat(lane.isReady(NOW, ROOM)).isTrue();
    assertThat(lane.waitsForStrikeOff()).isFalse();

    sent(batch(false, Unacked.MOST));

    assertThat(lane.isReady(NOW, ROOM)).isFalse();
    assertThat(lane.waitsForStrikeOff()).isTrue();
  }

  @Test
  void nothingIsSentUnderANewLeaseUntilWhatWasSentUnderTheOldOneIsSettled() {
    held();
    sent(batch(false, 7));
    lane.hold(new Lease(3, 2), UNTIL);

    assertThat(lane.isReady(NOW, ROOM)).isFalse();
    assertThat(lane.waitsForStrikeOff()).isTrue();
  }

  @Test
  void isQuietAfterItsHeadWasReadUntilSomethingComes() {
    held();
    readToTheEnd();

    assertThat(lane.isReady(NOW, ROOM)).isFalse();

    lane.want();

    assertThat(lane.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void aFullBatchMayHaveLeftSomeBehind() {
    held();
    readToTheEnd();
    sent(batch(true, 7));
    lane.want();
    assertThat(lane.isReady(NOW, ROOM)).isFalse();
    assertThat(lane.waitsForStrikeOff()).isTrue();

    assertThat(lane.unacked().take().full()).isTrue();
    lane.published(batch(true, 7));

    assertThat(lane.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void pausesAfterTroubleAndThenTriesTheSameAgain() {
    held();
    readToTheEnd();
    lane.begin();
    lane.unsent(NOW, backoff);
    long pause = Duration.ofMillis(100).toNanos();

    assertThat(lane.isReady(NOW + pause - 1, ROOM)).isFalse();
    assertThat(lane.pauseLeft(NOW)).hasValue(pause);
    assertThat(lane.isReady(NOW + pause, ROOM)).isTrue();
    assertThat(lane.pauseLeft(NOW + pause)).isEmpty();
  }

  @Test
  void troubleInARowCountsAndSuccessEndsTheRow() {
    held();
    lane.unsent(NOW, backoff);
    lane.unsent(NOW, backoff);

    assertThat(lane.pause().failures()).isEqualTo(2);
    assertThat(lane.pauseLeft(NOW)).hasValue(Duration.ofMillis(200).toNanos());

    lane.published(batch(false, 7));

    assertThat(lane.pause().failures()).isZero();
  }

  @Test
  void whatFailedToBeStruckOffIsSoBeforeAnythingElseIsSent() {
    Batch batch = batch(false, 7);
    held();
    sent(batch);
    assertThat(lane.unacked().take()).isEqualTo(batch);
    lane.unacked(NOW, backoff);
    long due = NOW + Duration.ofMillis(100).toNanos();

    assertThat(lane.isToBeStruckOff(due - 1)).isFalse();
    assertThat(lane.isToBeStruckOff(due)).isTrue();
    assertThat(lane.isReady(due, ROOM)).isFalse();
    assertThat(lane.isBusy()).isTrue();

    assertThat(lane.unacked().take()).isEqualTo(batch);
    assertThat(lane.isToBeStruckOff(due)).isFalse();
    assertThat(lane.isReady(due, ROOM)).isFalse();

    lane.published(batch(false, 7));

    assertThat(lane.isBusy()).isFalse();
  }

  @Test
  void aRenewedLeaseIsNoNewsButANewEpochIs() {
    held();
    readToTheEnd();
    lane.hold(new Lease(3, 1), UNTIL);

    assertThat(lane.isReady(NOW, ROOM)).isFalse();

    lane.hold(new Lease(3, 2), UNTIL);

    assertThat(lane.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void sendsNothingThatTheLeaseMayNotOutlast() {
    held();

    assertThat(lane.isReady(UNTIL - ROOM, ROOM)).isTrue();
    assertThat(lane.isReady(UNTIL - ROOM + 1, ROOM)).isFalse();
  }

  @Test
  void aFencedLaneWaitsForALeaseOfItsOwn() {
    held();
    sent(batch(false, 7));
    assertThat(lane.unacked().take()).isNotNull();
    lane.fenced();

    assertThat(lane.isReady(NOW, ROOM)).isFalse();
    assertThat(lane.lease()).isEmpty();
  }

  @Test
  void aRefusedBatchIsHalvedAtOnceUntilTheCulpritIsAlone() {
    held();
    lane.begin();

    assertThat(lane.refused(batch(false, 7, 8, 9, 10), NOW, backoff)).isZero();
    assertThat(lane.limit(false)).isEqualTo(2);
    assertThat(lane.isReady(NOW, ROOM)).isTrue();
    assertThat(lane.refused(batch(false, 7, 8), NOW, backoff)).isZero();
    assertThat(lane.limit(false)).isOne();
  }

  @Test
  void aRefusedEventThatIsAlonePausesAndCounts() {
    held();

    assertThat(lane.refused(batch(false, 7), NOW, backoff)).isOne();
    assertThat(lane.isReady(NOW, ROOM)).isFalse();
    assertThat(lane.refused(batch(false, 7), NOW, backoff)).isEqualTo(2);

    lane.blocked(batch(false, 7));

    assertThat(lane.isReady(NOW + Duration.ofSeconds(1).toNanos(), ROOM)).isTrue();
    assertThat(lane.limit(false)).isEqualTo(200);
    assertThat(lane.pause().failures()).isZero();
  }

  static Batch batch(boolean full, long... rowIds) {
    List<PendingEvent> events =
        LongStream.of(rowIds).mapToObj(id -> RelayBench.event(id, 3)).toList();
    return new Batch(new Lease(3, 1), events, full, false);
  }

  private void sent(Batch batch) {
    lane.begin();
    lane.sent(batch);
  }

  /** Its head was read, and nothing was left. */
  private void readToTheEnd() {
    lane.read(RowRange.whole(3), null, 0);
  }

  private void held() {
    lane.hold(new Lease(3, 1), UNTIL);
  }
}
