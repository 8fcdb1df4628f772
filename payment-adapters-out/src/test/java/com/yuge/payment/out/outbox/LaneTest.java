package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final long NOW = 1_000;

  private final Backoff backoff =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), () -> 0.0);
  private final Lane lane = new Lane(3);

  @Test
  void isReadyOnceHeldBecauseOthersMayHaveWritten() {
    assertThat(lane.isReady(NOW)).isFalse();

    lane.hold(new Lease(3, 1));

    assertThat(lane.isReady(NOW)).isTrue();
  }

  @Test
  void hasOneBatchOnItsWayAtMost() {
    held();
    lane.sent();
    lane.want();

    assertThat(lane.isReady(NOW)).isFalse();

    lane.published(false);

    assertThat(lane.isReady(NOW)).isTrue();
  }

  @Test
  void isQuietAfterItsHeadWasReadUntilSomethingComes() {
    held();
    lane.read();

    assertThat(lane.isReady(NOW)).isFalse();

    lane.want();

    assertThat(lane.isReady(NOW)).isTrue();
  }

  @Test
  void aFullBatchMayHaveLeftSomeBehind() {
    held();
    lane.read();
    lane.sent();
    lane.published(true);

    assertThat(lane.isReady(NOW)).isTrue();
  }

  @Test
  void pausesAfterTroubleAndThenTriesTheSameAgain() {
    held();
    lane.read();
    lane.sent();
    lane.troubled(NOW, backoff);
    long pause = Duration.ofMillis(100).toNanos();

    assertThat(lane.isReady(NOW + pause - 1)).isFalse();
    assertThat(lane.pauseLeft(NOW)).isEqualTo(pause);
    assertThat(lane.isReady(NOW + pause)).isTrue();
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
    lane.hold(new Lease(3, 1));

    assertThat(lane.isReady(NOW)).isFalse();

    lane.hold(new Lease(3, 2));

    assertThat(lane.isReady(NOW)).isTrue();
  }

  @Test
  void aFencedLaneWaitsForALeaseOfItsOwn() {
    held();
    lane.sent();
    lane.fenced();

    assertThat(lane.isReady(NOW)).isFalse();
    assertThat(lane.lease()).isEmpty();
  }

  private void held() {
    lane.hold(new Lease(3, 1));
  }
}
