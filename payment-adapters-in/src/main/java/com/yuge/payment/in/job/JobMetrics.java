package com.yuge.payment.in.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/** Traces a job's work on each item and counts the results. */
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

  /** Returns a trace for one item, not yet started. */
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

  /** Counts a search for due items that failed because of a bug. */
  void searchFailed() {
    failures.increment();
  }
}
