package com.yuge.payment.domain.simulation.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each partition has one owner and is never long without one, however many instances there are. */
class ScaleTest {
  private static final RelaySettings SETTINGS = new Wiring().relay();

  /** A slow statement, and the sample. */
  private static final Duration SLACK = Duration.ofMillis(100);

  @ParameterizedTest
  @CsvSource({"64, 256, 1", "7, 16, 2", "20, 16, 3", "1, 16, 4"})
  void partitionsAreSharedAndTakenOver(int instances, int partitions, long seed) {
    ScaleRun.Outcome outcome = ScaleRun.of(seed, new Size(instances, partitions), SETTINGS);

    // A dead instance has renewed up to a lease ago; whoever takes over looks four times in a
    // lease.
    Duration gap = SETTINGS.lease().multipliedBy(5).dividedBy(4).plus(SLACK);
    assertThat(outcome.phases())
        .allSatisfy(phase -> assertThat(phase.longestGap()).isLessThan(gap.toMillis()));
  }
}
