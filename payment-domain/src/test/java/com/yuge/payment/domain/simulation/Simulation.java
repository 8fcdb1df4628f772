package com.yuge.payment.domain.simulation;

import com.yuge.payment.domain.simulation.actors.Wiring;
import com.yuge.payment.domain.simulation.invariants.Violation;
import com.yuge.payment.domain.simulation.kernel.Fibers;
import com.yuge.payment.domain.simulation.kernel.History;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs worlds by their seeds; a seed that fails is run again with its history written. */
final class Simulation {
  private final Supplier<Wiring> wiring;
  private final Fibers fibers;

  Simulation(Supplier<Wiring> wiring, Fibers fibers) {
    this.wiring = wiring;
    this.fibers = fibers;
  }

  /** What went wrong in a world, and how it came to that. */
  record Failure(long seed, Throwable reason, List<String> history) {
    boolean breaks(String invariant) {
      return reason instanceof Violation violation && violation.invariant().equals(invariant);
    }

    String told() {
      return "Seed " + seed + ": " + reason.getMessage() + "\n" + String.join("\n", history);
    }
  }

  /** Empty when all went well. */
  Optional<Failure> run(long seed) {
    return world(seed, false).run() == null ? Optional.empty() : Optional.of(replay(seed));
  }

  private Failure replay(long seed) {
    World world = world(seed, true);
    @Nullable Throwable reason = world.run();
    if (reason == null) {
      throw new IllegalStateException("seed " + seed + " failed once and not again");
    }
    return new Failure(seed, reason, world.history().lines());
  }

  /** What happened in that world, line by line. */
  List<String> history(long seed) {
    World world = world(seed, true);
    @Nullable Throwable unused = world.run();
    return world.history().lines();
  }

  /** How many steps that world took. */
  int steps(long seed) {
    World world = world(seed, false);
    @Nullable Throwable unused = world.run();
    return world.steps();
  }

  private World world(long seed, boolean told) {
    return new World(seed, fibers, wiring.get(), new History(told));
  }
}
