package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.operations.OutboxReports;
import com.yuge.payment.domain.outbox.operations.OutboxState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The latest counts of the outbox; gauges and health read them at no cost to the database. */
final class OutboxSnapshot {
  private final OutboxReports reports;
  private final int limit;
  private final Clock clock;
  private volatile Optional<OutboxState> last = Optional.empty();

  /**
   * @param limit where counting ends
   */
  OutboxSnapshot(OutboxReports reports, int limit, Clock clock) {
    this.reports = reports;
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * Counts again. During the count, the previous snapshot stays, because a gauge without a value
   * would reset the alerts. If the count fails, the snapshot becomes empty, so that it is never
   * outdated.
   */
  void take() {
    try {
      last = Optional.of(reports.state(limit));
    } catch (RuntimeException | Error e) {
      last = Optional.empty();
      throw e;
    }
  }

  Optional<OutboxState> last() {
    return last;
  }

  Duration oldestAge(OutboxState state) {
    return state
        .oldest()
        .map(at -> Duration.between(at, clock.instant()))
        .filter(age -> !age.isNegative())
        .orElse(Duration.ZERO);
  }

  void bindTo(MeterRegistry meters) {
    gauge(meters, "payment.outbox.pending", OutboxState::pending);
    gauge(meters, "payment.outbox.blocked", OutboxState::blocked);
    gauge(meters, "payment.outbox.replays", OutboxState::replays);
    gauge(meters, "payment.outbox.oldest.age.seconds", state -> oldestAge(state).toMillis() / 1e3);
  }

  private void gauge(MeterRegistry meters, String name, ToDoubleFunction<OutboxState> value) {
    var unused =
        meters.gauge(
            name,
            this,
            snapshot ->
                snapshot.last().map(state -> value.applyAsDouble(state)).orElse(Double.NaN));
  }
}
