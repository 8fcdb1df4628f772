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
 * Calls to Redis that tolerate its outages: a failure returns an empty result, and calls stop for a
 * pause. Then one call tries Redis for all, so that a hanging Redis delays one request per pause,
 * not every request.
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

  /** One failure opens the circuit, because the next request would only wait in vain, too. */
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
      // The library releases the permission only for exceptions, not for errors.
      breaker.releasePermission();
      throw error;
    }
  }
}
