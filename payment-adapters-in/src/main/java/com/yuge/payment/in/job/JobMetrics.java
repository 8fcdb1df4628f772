package com.yuge.payment.in.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/** Traces the work of a job on each item, and counts what came of it. */
final class JobMetrics {
  private final String prefix;
  private final ObservationRegistry observations;
  private final MeterRegistry meters;
  private final Counter failures;

  JobMetrics(String job, ObservationRegistry observations, MeterRegistry meters) {
    this.prefix = "payment." + job;
    this.observations = observations;
    this.meters = meters;
    this.failures = meters.counter(prefix + ".failures");
  }

  /** A trace for one item, not started yet. */
  Observation trace() {
    return Observation.createNotStarted(prefix, observations);
  }

  <R extends Enum<?>> R counted(R result) {
    count(result.name());
    return result;
  }

  void count(String result) {
    meters.counter(prefix + ".checks", "result", result).increment();
  }

  /** A search for due items failed by an error of ours. */
  void searchFailed() {
    failures.increment();
  }
}
