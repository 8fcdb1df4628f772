package com.yuge.payment.out.redis;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Redis, which may be away.
 *
 * @param uri {@code redis://host:port}, or {@code rediss:} for TLS
 * @param timeout for one question, all that it takes included
 * @param pause how long Redis is left alone after it failed
 * @param finalOrderTtl how long a copy of a final order lives
 * @param callbackTtl how long a callback is remembered
 */
@ConfigurationProperties("payment.redis")
public record RedisProperties(
    URI uri,
    @DefaultValue("50ms") Duration timeout,
    @DefaultValue("1s") Duration pause,
    @DefaultValue("60s") Duration finalOrderTtl,
    @DefaultValue("24h") Duration callbackTtl) {
  public RedisProperties {
    if (uri == null || uri.getHost() == null) {
      throw new IllegalArgumentException("payment.redis.uri is required: redis://host:port");
    }
  }
}
