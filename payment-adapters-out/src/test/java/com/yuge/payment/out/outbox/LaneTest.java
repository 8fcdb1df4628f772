package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final long NOW = -1_000;
  private static final long ROOM = Duration.ofSeconds(4).toNanos();
  private static final long UNTIL = NOW + Duration.ofSeconds(10).toNanos();

  private final Backoff backoff =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), () -> 0.0);
  private final Lane lane = new Lane(3, NOW);

  @Test
  void isReadyOnceHeldBecauseOthersMayHaveWritten() {
    assertThat(lane.isReady(NOW, ROOM)).isFalse();

    lane.hold(new Lease(3, 1), UNTIL);

    assertThat(lane.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void hasOneBatchOnItsWayAtMost() {
    held();
    lane.sent();
    lane.want();

    assertThat(lane.isReady(NOW, ROOM)).isFalse();

    lane.published(false);

    assertThat(lane.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void isQuietAfterItsHeadWasReadUntilSomethingComes() {
    held();
    lane.read();

    assertThat(lane.isReady(NOW, ROOM)).isFalse();

    lane.want();

    assertThat(lane.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void aFullBatchMayHaveLeftSomeBehind() {
    held();
    lane.read();
    lane.sent();
    lane.published(true);

    assertThat(lane.isReady(NOW, ROOM)).isTrue();
  }

  @Test
  void pausesAfterTroubleAndThenTriesTheSameAgain() {
    held();
    lane.read();
    lane.sent();
    lane.troubled(NOW, backoff);
    long pause = Duration.ofMillis(100).toNanos();

    assertThat(lane.isReady(NOW + pause - 1, ROOM)).isFalse();
    assertThat(lane.pauseLeft(NOW)).isEqualTo(pause);
    assertThat(lane.isReady(NOW + pause, ROOM)).isTrue();
    assertThat(lane.pauseLeft(NOW + pause)).isZero();
  }

  @Test
  void troubleInARowCountsAndSuccessEndsTheRow() {
    held();
    lane.troubled(NOW, backoff);
    lane.troubled(NOW, backoff);

    assertThat(lane.failures()).isEqualTo(2);
    assertThat(lane.pauseLeft(NOW)).isEqualTo(Duration.ofMillis(200).toNanos());

    lane.published(false);

    assertThat(lane.failures()).isZero();
  }

  @Test
  void aRenewedLeaseIsNoNewsButANewEpochIs() {
    held();
    lane.read();
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
    lane.sent();
    lane.fenced();

    assertThat(lane.isReady(NOW, ROOM)).isFalse();
    assertThat(lane.lease()).isEmpty();
  }

  private void held() {
    lane.hold(new Lease(3, 1), UNTIL);
  }
}
