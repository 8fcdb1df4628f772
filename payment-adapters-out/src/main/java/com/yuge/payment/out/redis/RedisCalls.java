package com.yuge.payment.out.redis;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/**
 * Asks Redis, and makes do without: a failure is an empty answer, and Redis is left alone for a
 * pause. Then one question tries it for all, so that a hanging Redis costs one request in a pause
 * its time, not every request.
 */
final class RedisCalls {
  private final RedisClient jedis;
  private final CircuitBreaker breaker;
  private final Counter failures;

  RedisCalls(RedisClient jedis, RedisProperties properties, MeterRegistry metrics, Clock clock) {
    this.jedis = jedis;
    this.breaker = CircuitBreaker.of("redis", config(properties.pause(), clock));
    this.failures = metrics.counter("payment.redis.failures");
    RedisOutage.logOf(breaker, clock);
  }

  /** One failure opens it: the next request would only wait in vain as well. */
  private static CircuitBreakerConfig config(Duration pause, Clock clock) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(1)
        .minimumNumberOfCalls(1)
        .permittedNumberOfCallsInHalfOpenState(1)
        .waitDurationInOpenState(pause.isZero() ? Duration.ofMillis(1) : pause)
        .writableStackTraceEnabled(false)
        .clock(clock)
        .build();
  }

  <T> Optional<T> ask(Function<UnifiedJedis, @Nullable T> question) {
    try {
      return breaker.executeSupplier(() -> Optional.ofNullable(question.apply(jedis)));
    } catch (CallNotPermittedException leftAlone) {
      return Optional.empty();
    } catch (RuntimeException e) {
      failures.increment();
      jedis.getPool().clear(); // After a restart each idle connection would cost another failure.
      return Optional.empty();
    } catch (Error error) {
      // The library gives back what it let through for exceptions only.
      breaker.releasePermission();
      throw error;
    }
  }
}
