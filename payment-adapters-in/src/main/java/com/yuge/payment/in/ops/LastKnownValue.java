package com.yuge.payment.in.ops;

import com.yuge.payment.domain.shared.StoreUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;

/**
 * The value that was last read from the database, for gauges and health. After a failure the value
 * is unknown; the old one is dropped.
 */
final class LastKnownValue<T> {
  private final Logger log;
  private volatile Optional<T> value = Optional.empty();

  LastKnownValue(Logger log) {
    this.log = log;
  }

  Optional<T> value() {
    return value;
  }

  /**
   * Reads the value.
   *
   * @param away the line for the log when the database is away
   */
  void read(Supplier<T> source, Consumer<T> then, String away) {
    try {
      T read = source.get();
      value = Optional.of(read);
      then.accept(read);
    } catch (StoreUnavailable e) {
      value = Optional.empty();
      log.debug(away, e);
    } catch (RuntimeException | Error bug) {
      value = Optional.empty();
      throw bug; // Spring logs it and calls this again.
    }
  }

  /** A number taken from the value; NaN while the value is unknown. */
  double number(ToDoubleFunction<T> of) {
    return value.map(of::applyAsDouble).orElse(Double.NaN);
  }

  void gauge(MeterRegistry meters, String name, ToDoubleFunction<T> of) {
    Gauge.builder(name, this, last -> last.number(of)).register(meters);
  }

  /** The age in seconds of the oldest item; 0 if there is no item. */
  static double ageSeconds(Optional<Instant> oldest, Clock clock) {
    return oldest.map(at -> Duration.between(at, clock.instant()).toMillis() / 1e3).orElse(0.0);
  }
}
