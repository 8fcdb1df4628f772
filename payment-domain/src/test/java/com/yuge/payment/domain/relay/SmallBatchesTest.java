package com.yuge.payment.domain.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallBatchesTest {
  private static final long NOW = 1_000_000_000;
  private static final long PAUSE = Duration.ofMillis(5).toNanos();

  private final SmallBatches small = new SmallBatches(settings(), NOW);

  @Test
  void whileFewWaitTheyAreOnTheirWayTogether() {
    assertThat(small.most(waiting(4), NOW)).isEqualTo(4);
    small.begun(waiting(4), NOW);

    assertThat(small.most(waiting(4), NOW)).isEqualTo(4);
    assertThat(small.left(NOW)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void onceTheyQueueOneIsBegunAfterEachPause() {
    assertThat(small.most(waiting(5), NOW)).isOne();
    small.begun(waiting(1), NOW);

    assertThat(small.most(waiting(5), NOW + 1)).isZero();
    assertThat(small.left(NOW + 1)).isEqualTo(PAUSE - 1);

    assertThat(small.most(waiting(5), NOW + PAUSE)).isOne();
  }

  @Test
  void oneThatMayBeginButForAnotherOnItsWayIsNotWaitedForByTheClock() {
    assertThat(small.most(waiting(5), NOW)).isOne();

    assertThat(small.left(NOW)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void partitionsWithABacklogAreNotOfTheQueueAndBeginNoPause() {
    List<Lane> backlogged = waiting(9);
    backlogged.forEach(lane -> lane.published(LaneTest.batch(true, 7)));

    assertThat(small.most(backlogged, NOW)).isEqualTo(4);
    small.begun(backlogged, NOW);

    assertThat(small.most(waiting(5), NOW)).isOne();
  }

  private static List<Lane> waiting(int count) {
    return IntStream.range(0, count).mapToObj(partition -> new Lane(partition, 10, NOW)).toList();
  }

  private static RelaySettings settings() {
    Duration any = Duration.ofSeconds(1);
    return new RelaySettings(
        any, any, 10, 1000, 4, Duration.ofNanos(PAUSE), 3, 10, 10, any, any, any, any, any);
  }
}
