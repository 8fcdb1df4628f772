package com.yuge.payment.out.redis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Asks Redis, and makes do without: a failure is an empty answer, and Redis is left alone for a
 * short while, so that a hanging one costs a request now and then, not every request.
 */
final class Redis {
  private static final Logger log = LoggerFactory.getLogger(Redis.class);
  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

  private final UnifiedJedis jedis;
  private final Duration pause;
  private final Counter failures;
  private final AtomicLong leftAloneUntil = new AtomicLong(System.nanoTime());
  private final AtomicLong nextWarning = new AtomicLong(System.nanoTime());

  Redis(UnifiedJedis jedis, Duration pause, MeterRegistry metrics) {
    this.jedis = jedis;
    this.pause = pause;
    this.failures = metrics.counter("payment.redis.failures");
  }

  <T> Optional<T> ask(Function<UnifiedJedis, @Nullable T> question) {
    if (System.nanoTime() - leftAloneUntil.get() < 0) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(question.apply(jedis));
    } catch (JedisException e) {
      failed(e);
      return Optional.empty();
    }
  }

  private void failed(JedisException e) {
    long now = System.nanoTime();
    failures.increment();
    leftAloneUntil.set(now + pause.toNanos());
    long warning = nextWarning.get();
    boolean due = now - warning >= 0;
    if (due && nextWarning.compareAndSet(warning, now + BETWEEN_WARNINGS.toNanos())) {
      log.warn("Redis is away; the database answers instead: {}", e.toString());
    }
  }
}
