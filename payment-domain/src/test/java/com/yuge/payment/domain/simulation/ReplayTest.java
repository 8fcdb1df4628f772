package com.yuge.payment.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.Simulation.Failure;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A seed is all that it takes to see a world again. */
class ReplayTest {
  private static final int SEEDS = 50;

  /** Fails on purpose, at the first event. */
  private static final class Failing extends Wiring {
    @Override
    public Outbox outbox(Outbox real, Transactions transactions) {
      return event -> {
        throw new UnsupportedOperationException("on purpose");
      };
    }
  }

  @Test
  void theSameSeedMakesTheSameHistory() {
    Set<List<String>> histories = new HashSet<>();
    try (Simulation one = new Simulation(Wiring::new);
        Simulation other = new Simulation(Wiring::new)) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        List<String> history = one.history(seed);
        assertThat(other.history(seed)).isEqualTo(history);
        histories.add(history);
      }
    }
    assertThat(histories).as("another seed, another history").hasSize(SEEDS);
  }

  @Test
  void aFailureTellsItsSeedItsReasonAndWhatHappened() {
    try (Simulation simulation = new Simulation(Failing::new)) {
      Failure failure = firstFailure(simulation);

      assertThat(failure.text())
          .contains("Seed " + failure.seed() + ": ", "OnlyOutagesFail", "on purpose")
          .contains("PayOrders.add(P1 INIT v0)", "CallbackLog.add(APPLIED)");
      assertThat(simulation.run(failure.seed()).orElseThrow().text()).isEqualTo(failure.text());
    }
  }

  private static Failure firstFailure(Simulation simulation) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      // A failure in a job breaks no invariant.
      var failure = simulation.run(seed).filter(found -> found.breaks("OnlyOutagesFail"));
      if (failure.isPresent()) {
        return failure.orElseThrow();
      }
    }
    throw new AssertionError("the failure on purpose did not show");
  }
}
