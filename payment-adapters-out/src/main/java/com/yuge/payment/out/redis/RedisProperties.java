package com.yuge.payment.out.redis;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Redis, which may be away.
 *
 * @param uri {@code redis://host:port}, or {@code rediss:} for TLS
 * @param timeout for each step of a question: a free connection, to connect, an answer
 * @param pause how long Redis is left alone after it failed
 * @param finalOrderTtl how long a copy of a final order lives
 * @param callbackTtl how long a callback is remembered
 * @param hintChannel where instances tell each other of commits: one name for each database
 */
@ConfigurationProperties("payment.redis")
public record RedisProperties(
    URI uri,
    @DefaultValue("50ms") Duration timeout,
    @DefaultValue("1s") Duration pause,
    @DefaultValue("60s") Duration finalOrderTtl,
    @DefaultValue("24h") Duration callbackTtl,
    @DefaultValue("payment:outbox:hints") String hintChannel) {
  private static final Duration MOST = Duration.ofMinutes(1);
  private static final Pattern CHANNEL = Pattern.compile("[\\w:.-]{1,100}");

  public RedisProperties {
    List<String> broken = new ArrayList<>();
    if (!isRedis(uri)) {
      broken.add("payment.redis.uri must be redis://host:port or rediss://host:port");
    }
    if (!isWithin(timeout, Duration.ofMillis(1), MOST)) {
      broken.add("payment.redis.timeout must be 1ms to 1m");
    }
    if (!isWithin(pause, Duration.ZERO, MOST)) {
      broken.add("payment.redis.pause must be 0 to 1m");
    }
    if (!isWithin(finalOrderTtl, Duration.ofMillis(1), Duration.ofDays(1))) {
      broken.add("payment.redis.final-order-ttl must be 1ms to 1d");
    }
    if (!isWithin(callbackTtl, Duration.ofMillis(1), Duration.ofDays(30))) {
      broken.add("payment.redis.callback-ttl must be 1ms to 30d");
    }
    if (!CHANNEL.matcher(hintChannel).matches()) {
      broken.add("payment.redis.hint-channel must be 1 to 100 of A-Z a-z 0-9 _ : . -");
    }
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", broken));
    }
  }

  private static boolean isRedis(@Nullable URI uri) {
    return uri != null
        && Set.of("redis", "rediss").contains(String.valueOf(uri.getScheme()))
        && uri.getHost() != null
        && uri.getPort() > 0;
  }

  private static boolean isWithin(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  /** Without the address, which may hold a password: records of settings end up in logs. */
  @Override
  public String toString() {
    return "RedisProperties[timeout=%s, pause=%s, finalOrderTtl=%s, callbackTtl=%s, hintChannel=%s]"
        .formatted(timeout, pause, finalOrderTtl, callbackTtl, hintChannel);
  }
}
