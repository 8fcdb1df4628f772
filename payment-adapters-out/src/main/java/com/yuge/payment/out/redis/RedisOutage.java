package com.yuge.payment.out.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs an outage of Redis: when Redis fails again after a pause, once a minute while this lasts,
 * and when it is over. A single slow answer is not an outage.
 */
final class RedisOutage {
  private static final Logger log = LoggerFactory.getLogger(RedisOutage.class);
  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

  private final Clock clock;
  private Instant nextWarning = Instant.MIN;
  private boolean logged;

  private RedisOutage(Clock clock) {
    this.clock = clock;
  }

  static void logOf(CircuitBreaker breaker, Clock clock) {
    RedisOutage outage = new RedisOutage(clock);
    breaker
        .getEventPublisher()
        .onError(event -> outage.failed(breaker.getState(), event.getThrowable()))
        .onStateTransition(event -> outage.became(event.getStateTransition().getToState()));
  }

  private synchronized void failed(State tried, Throwable why) {
    Instant now = clock.instant();
    if (tried == State.HALF_OPEN && !now.isBefore(nextWarning)) {
      nextWarning = now.plus(BETWEEN_WARNINGS);
      logged = true;
      log.warn("Redis is away; the database answers instead: {}", why.toString());
    }
  }

  private synchronized void became(State state) {
    if (state == State.CLOSED && logged) {
      logged = false;
      log.info("Redis is back");
    }
  }
}
