package com.yuge.payment.out.channel;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long a circuit breaker stays open; the library does not expose this. */
final class OpenCircuitTimer {
  private final Clock clock;
  private final Duration length;
  private volatile Instant end = Instant.EPOCH;

  OpenCircuitTimer(Clock clock, Duration length) {
    this.clock = clock;
    this.length = length;
  }

  static OpenCircuitTimer of(CircuitBreaker breaker) {
    var config = breaker.getCircuitBreakerConfig();
    long millis = config.getWaitIntervalFunctionInOpenState().apply(1);
    OpenCircuitTimer pause = new OpenCircuitTimer(config.getClock(), Duration.ofMillis(millis));
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              if (event.getStateTransition().getToState() == State.OPEN) {
                pause.begin();
              }
            });
    return pause;
  }

  private void begin() {
    end = clock.instant().plus(length);
  }

  /**
   * Returns the time that is left: zero while the channel is tried, and never more than one pause,
   * even if the clock was set back.
   */
  Duration left() {
    Duration left = Duration.between(clock.instant(), end);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(length) < 0 ? left : length;
  }
}
