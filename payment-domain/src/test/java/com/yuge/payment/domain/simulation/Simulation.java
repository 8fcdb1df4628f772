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
final class Simulation implements AutoCloseable {
  private final Supplier<Wiring> wiring;
  private final Fibers fibers = new Fibers();
  private long steps;

  Simulation(Supplier<Wiring> wiring) {
    this.wiring = wiring;
  }

  /** What went wrong in a world, and how it came to that. */
  record Failure(long seed, Throwable reason, List<String> history) {
    boolean breaks(String invariant) {
      return reason instanceof Violation violation && violation.invariant().equals(invariant);
    }

    private String last() {
      return history.get(history.size() - 1).strip();
    }

    String text() {
      return String.join("\n", history) + "\n\nSeed " + seed + ": " + last();
    }
  }

  /** Empty when all went well. */
  Optional<Failure> run(long seed) {
    World world = new World(seed, fibers, wiring.get(), new History(false));
    @Nullable Throwable failure = world.run();
    steps += world.steps();
    return failure == null ? Optional.empty() : Optional.of(replay(seed));
  }

  /** How many steps all worlds took so far. */
  long steps() {
    return steps;
  }

  /** What happens in that world, line by line. */
  List<String> history(long seed) {
    History history = new History(true);
    @Nullable Throwable unused = new World(seed, fibers, wiring.get(), history).run();
    return history.lines();
  }

  private Failure replay(long seed) {
    History history = new History(true);
    Throwable reason = new World(seed, fibers, wiring.get(), history).run();
    if (reason == null) {
      throw new IllegalStateException("seed " + seed + " failed once and not again");
    }
    return new Failure(seed, reason, history.lines());
  }

  @Override
  public void close() {
    fibers.close();
  }
}
