package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoisonEventFinderTest {
  private static final int SIZE = 200;
  private static final int ATTEMPTS = 3;

  private final PoisonEventFinder poisonFinder = new PoisonEventFinder(SIZE);
  private final List<Long> waiting =
      new ArrayList<>(LongStream.rangeClosed(1, 1000).boxed().toList());
  private int sends;
  private int refusals;

  /** However the culprit lies, all others go through and only its own attempts are used up. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 100, 137, 200, 201, 555, 1000})
  void theCulpritIsFoundInAFewSends(long culprit) {
    while (!waiting.isEmpty()) {
      send(culprit);
    }

    assertThat(refusals).isBetween(ATTEMPTS, ATTEMPTS + 9);
    assertThat(sends).isLessThan(5 + ATTEMPTS + 2 * 9);
    assertThat(poisonFinder.limit()).isEqualTo(SIZE);
  }

  /** A broker may refuse a batch for a trouble of its own. */
  @Test
  void batchesGrowAgainWhenAllThatWasSuspectedHasGoneThrough() {
    assertThat(poisonFinder.refused(List.of(1L, 2L, 3L, 4L))).isZero();

    poisonFinder.passed(List.of(1L, 2L));
    assertThat(poisonFinder.limit()).isEqualTo(2);
    poisonFinder.passed(List.of(3L, 4L));
    assertThat(poisonFinder.limit()).isEqualTo(SIZE);
  }

  private void send(long culprit) {
    List<Long> batch =
        List.copyOf(waiting.subList(0, Math.min(waiting.size(), poisonFinder.limit())));
    sends++;
    if (!batch.contains(culprit)) {
      poisonFinder.passed(batch);
      waiting.removeAll(batch);
      return;
    }
    refusals++;
    if (poisonFinder.refused(batch) == ATTEMPTS) {
      assertThat(batch).containsExactly(culprit);
      poisonFinder.over();
      waiting.removeAll(batch);
    }
  }
}
