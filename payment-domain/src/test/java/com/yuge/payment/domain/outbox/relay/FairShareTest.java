package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FairShareTest {
  /** Together exactly all, each as many as any other or one more. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 15, 16, 17, 40})
  void sharesAddUpAndDifferByOneAtMost(int instances) {
    int[] shares =
        IntStream.range(0, instances)
            .map(rank -> new FairShare(16, instances, rank).size())
            .toArray();

    assertThat(IntStream.of(shares).sum()).isEqualTo(16);
    assertThat(IntStream.of(shares).max().orElseThrow() - IntStream.of(shares).min().orElseThrow())
        .isLessThanOrEqualTo(1);
  }

  @Test
  void whoDoesNotLiveHasNoShare() {
    assertThatThrownBy(() -> new FairShare(16, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FairShare(16, 2, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
