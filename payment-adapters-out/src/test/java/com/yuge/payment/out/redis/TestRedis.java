package com.yuge.payment.out.redis;

import com.yuge.payment.devstack.RedisProcess;
import com.yuge.payment.devstack.StackFolder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import redis.clients.jedis.RedisClient;

/** A real Redis; one for all tests of a JVM, so whoever stops it starts it again. */
final class TestRedis {
  static final RedisProcess SERVER =
      RedisProcess.start(StackFolder.open(StackFolder.ofTests("redis"), progress -> {}));

  /** Patient, for tests that want answers. */
  static final RedisProperties PATIENT = properties(SERVER.uri(), Duration.ofSeconds(2));

  static final RedisClient CLIENT = new RedisConfiguration().redisClient(PATIENT);

  /** Redis is tried again once more than its pause has passed. */
  static final Duration AFTER_PAUSE = PATIENT.pause().plusMillis(1);

  private TestRedis() {}

  /** As configured by default. */
  static RedisProperties production() {
    return properties(SERVER.uri(), Duration.ofMillis(50));
  }

  static RedisProperties properties(URI uri, Duration timeout) {
    return new RedisProperties(
        new RedisUri(uri.toString()),
        null,
        timeout,
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        Duration.ofHours(24),
        "test:hints");
  }

  /** After a stop; the connections from before it are dead. */
  static void startAgain() {
    SERVER.start();
    CLIENT.getPool().clear();
  }

  static RedisCalls patient() {
    return new RedisCalls(CLIENT, PATIENT, new SimpleMeterRegistry(), Clock.systemUTC());
  }
}
