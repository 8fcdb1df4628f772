package com.yuge.payment.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.simulation.Seeds.Outcome;
import com.yuge.payment.domain.simulation.Simulation.Failure;
import org.junit.jupiter.api.Test;

/** As many worlds as one likes: {@code -Dsimulation.seeds=... -Dsimulation.from=...}. */
class SimulationTest {
  private static final long SEEDS = Long.getLong("simulation.seeds", PlantedBugsTest.SEEDS);

  private static final long FROM = Long.getLong("simulation.from", PlantedBugsTest.FIRST);

  @Test
  void inNoWorldIsAnInvariantBroken() {
    Outcome outcome = Seeds.run(FROM, SEEDS);

    double seconds = outcome.took().toMillis() / 1_000.0;
    System.out.printf(
        "%,d seeds from %d: %,d steps in %.1f s, %,.0f seeds/s%n",
        SEEDS, FROM, outcome.steps(), seconds, SEEDS / seconds);
    assertThat(outcome.failure())
        .withFailMessage(() -> outcome.failure().map(Failure::text).orElse(""))
        .isEmpty();
  }
}
