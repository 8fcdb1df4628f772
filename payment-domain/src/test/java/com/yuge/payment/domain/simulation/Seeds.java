package com.yuge.payment.domain.simulation;

import com.yuge.payment.domain.simulation.Simulation.Failure;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Many seeds, a world at a time on each processor, until one fails. */
final class Seeds {
  private final long end;
  private final AtomicLong next;
  private final AtomicLong steps = new AtomicLong();
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

  private Seeds(long from, long count) {
    this.next = new AtomicLong(from);
    this.end = from + count;
  }

  /** What came of them. */
  record Outcome(long steps, Duration took, Optional<Failure> failure) {}

  static Outcome run(long from, long count) {
    long began = System.nanoTime();
    Seeds seeds = new Seeds(from, count);
    int workers = Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(seeds::work, threads))
                  .limit(workers)
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      threads.shutdown();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Outcome(seeds.steps.get(), took, Optional.ofNullable(seeds.failure.get()));
  }

  private void work() {
    try (Simulation simulation = new Simulation(Wiring::new)) {
      for (long seed = next.getAndIncrement();
          seed < end && failure.get() == null;
          seed = next.getAndIncrement()) {
        simulation.run(seed).ifPresent(failure::set);
      }
      steps.addAndGet(simulation.steps());
    }
  }
}
