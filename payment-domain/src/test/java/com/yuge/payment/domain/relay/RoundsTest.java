package com.yuge.payment.domain.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final long NOW = 1_000_000_000;
  private static final long ROUND = Duration.ofMillis(4).toNanos();
  private static final long LONGEST = Duration.ofMillis(50).toNanos();

  private final Rounds rounds = new Rounds(NOW);
  private final List<Lane> some = lanes(3);

  @Test
  void aRoundTakesAllThatAreReadyAndTheNextWaitsAsLongAsOneTook() {
    rounds.took(ROUND);
    assertThat(rounds.next(some, NOW)).isEqualTo(some);

    assertThat(rounds.next(some, NOW + 1)).isEmpty();
    assertThat(rounds.left(NOW + 1)).isEqualTo(ROUND - 1);
    assertThat(rounds.next(some, NOW + ROUND)).isEqualTo(some);
  }

  @Test
  void whereNothingWaitsNoRoundIsDue() {
    rounds.took(ROUND);
    assertThat(rounds.next(some, NOW)).isEqualTo(some);

    assertThat(rounds.next(List.of(), NOW + 1)).isEmpty();
    assertThat(rounds.left(NOW + 1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aRoundThatWasHeldUpDoesNotHoldUpTheNextForAsLong() {
    rounds.took(10 * LONGEST);
    assertThat(rounds.next(some, NOW)).isEqualTo(some);
    assertThat(rounds.next(some, NOW + 1)).isEmpty();

    assertThat(rounds.left(NOW)).isEqualTo(LONGEST);
  }

  @Test
  void partitionsWithABacklogWaitForNoRoundAndBeginNone() {
    List<Lane> backlogged = lanes(2);
    backlogged.forEach(lane -> lane.published(LaneTest.batch(true, 7)));
    rounds.took(ROUND);

    assertThat(rounds.next(backlogged, NOW)).isEqualTo(backlogged);
    assertThat(rounds.next(some, NOW + 1)).isEqualTo(some);
    assertThat(rounds.next(backlogged, NOW + 2)).isEqualTo(backlogged);
  }

  private static List<Lane> lanes(int count) {
    return IntStream.range(0, count).mapToObj(partition -> new Lane(partition, 10, NOW)).toList();
  }
}
