package com.yuge.payment.out.redis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Asks Redis, and makes do without: a failure is an empty answer, and Redis is left alone for a
 * short while.
 *
 * <p>One limit holds for the whole of a question. The limits of a socket do not add up to one: they
 * begin anew with a name look-up, a connection, a handshake and each part of an answer. So the
 * question is asked by a thread that may be left waiting.
 */
final class Redis implements AutoCloseable {
  private final RedisClient jedis;
  private final Duration limit;
  private final Admission admission;
  private final Counter failures;
  private final RedisOutage outage;
  private final AskingThreads threads = new AskingThreads();

  Redis(RedisClient jedis, RedisProperties properties, MeterRegistry metrics) {
    this(jedis, properties, metrics, System::nanoTime);
  }

  Redis(
      RedisClient jedis, RedisProperties properties, MeterRegistry metrics, LongSupplier nanoTime) {
    this.jedis = jedis;
    this.limit = properties.timeout();
    this.admission = new Admission(properties.pause(), nanoTime);
    this.failures = metrics.counter("payment.redis.failures");
    this.outage = new RedisOutage(properties.pause(), nanoTime);
  }

  /** Loads classes and connects, so that the first question does not spend its time on that. */
  void warm() {
    var unused = threads.submit(jedis::ping);
  }

  <T> Optional<T> ask(Function<UnifiedJedis, @Nullable T> question) {
    if (!admission.admits()) {
      return Optional.empty();
    }
    try {
      Future<Optional<T>> answer = threads.submit(() -> Optional.ofNullable(answer(question)));
      return awaited(answer);
    } catch (RejectedExecutionException e) {
      return failed(e);
    }
  }

  /** One dead connection means a restart: the idle ones would each cost another failure. */
  private <T> @Nullable T answer(Function<UnifiedJedis, @Nullable T> question) {
    try {
      return question.apply(jedis);
    } catch (JedisConnectionException e) {
      jedis.getPool().clear();
      throw e;
    }
  }

  private <T> Optional<T> awaited(Future<Optional<T>> asked) {
    try {
      Optional<T> answer = asked.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      admission.answered();
      outage.answered();
      return answer;
    } catch (TimeoutException e) {
      asked.cancel(false);
      return failed(e);
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private <T> Optional<T> failed(@Nullable Throwable why) {
    failures.increment();
    admission.failed();
    outage.failed(String.valueOf(why));
    return Optional.empty();
  }

  /** Where whoever else finds Redis away, or there, says so: an outage is told once. */
  RedisOutage outage() {
    return outage;
  }

  @Override
  public void close() {
    threads.close();
  }
}
