package com.yuge.payment.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The counter {@code payment.events.deliveries}, by outcome. */
final class MicrometerOutcomeCounter implements OutcomeCounter {
  private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

  /** Registers every outcome at the start, so that each one shows 0 before its first event. */
  MicrometerOutcomeCounter(MeterRegistry registry) {
    for (Outcome outcome : Outcome.values()) {
      counters.put(
          outcome,
          Counter.builder("payment.events.deliveries")
              .description("Deliveries of payment events, by what became of them")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  @Override
  public void count(Outcome outcome) {
    Objects.requireNonNull(counters.get(outcome)).increment();
  }
}
