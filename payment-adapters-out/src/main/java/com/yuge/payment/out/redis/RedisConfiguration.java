package com.yuge.payment.out.redis;

import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.outbox.relay.HintListener;
import com.yuge.payment.domain.shared.RateLimits;
import com.yuge.payment.out.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.util.JedisURIHelper;

/** The connection to Redis; connects at the first call, so that the start does not need Redis. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
public class RedisConfiguration {
  static final int MOST_CONNECTIONS = 16;

  /** Buckets of rate limits; each takes about a kilobyte. */
  private static final int MOST_BUCKETS = 10_000;

  @Bean(destroyMethod = "close")
  RedisClient redisClient(RedisProperties properties) {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(MOST_CONNECTIONS);
    pool.setMaxIdle(MOST_CONNECTIONS);
    pool.setMaxWait(properties.timeout());
    pool.setJmxEnabled(false);
    JedisClientConfig config = clientConfig(properties);
    return RedisClient.builder()
        .clientConfig(config)
        .connectionProvider(
            new PooledConnectionProvider(
                new ConnectionFactory(socketFactory(properties), config), pool))
        .build();
  }

  static JedisSocketFactory socketFactory(RedisProperties properties) {
    JedisClientConfig config = clientConfig(properties);
    RedisProperties.Sentinel sentinel = properties.sentinel();
    return sentinel == null
        ? new DefaultJedisSocketFactory(JedisURIHelper.getHostAndPort(properties.address()), config)
        : new SentinelSocketFactory(sentinel, config, sentinelConfig(properties, sentinel));
  }

  static JedisClientConfig clientConfig(RedisProperties properties) {
    return withTimeouts(DefaultJedisClientConfig.builder(properties.address()), properties);
  }

  private static JedisClientConfig sentinelConfig(
      RedisProperties properties, RedisProperties.Sentinel sentinel) {
    Secret password = sentinel.password();
    return withTimeouts(
        DefaultJedisClientConfig.builder()
            .ssl(JedisURIHelper.isRedisSSLScheme(properties.address()))
            .user(sentinel.username())
            .password(password == null ? null : password.text()),
        properties);
  }

  private static JedisClientConfig withTimeouts(
      DefaultJedisClientConfig.Builder config, RedisProperties properties) {
    int millis = Math.toIntExact(properties.timeout().toMillis());
    return config
        .connectionTimeoutMillis(millis)
        .socketTimeoutMillis(millis)
        .blockingSocketTimeoutMillis(Math.toIntExact(JedisHintSubscriber.QUIET.toMillis()))
        .build();
  }

  @Bean
  RedisCalls redis(
      RedisClient client, RedisProperties properties, MeterRegistry metrics, Clock clock) {
    return new RedisCalls(client, properties, metrics, clock);
  }

  @Bean
  HintSender hintSender() {
    return HintSender.random();
  }

  @Bean(destroyMethod = "close")
  JedisCommitHints commitHints(RedisCalls redis, RedisProperties properties, HintSender self) {
    return new JedisCommitHints(redis, properties.hintChannel(), self);
  }

  /** Receives hints only if this instance publishes; otherwise it needs none. */
  @Bean(destroyMethod = "close")
  @ConditionalOnBooleanProperty(name = "payment.outbox.relay.enabled", matchIfMissing = true)
  JedisHintSubscriber hintSubscriber(
      RedisCalls redis, RedisProperties properties, HintSender self, HintListener listener) {
    return new JedisHintSubscriber(redis, properties, self, listener);
  }

  @Bean
  FinalPayOrderCache finalPayOrderCache(RedisCalls redis, RedisProperties properties) {
    return new JedisFinalPayOrderCache(redis, properties.finalOrderTtl());
  }

  @Bean
  SeenCallbacks seenCallbacks(RedisCalls redis, RedisProperties properties) {
    return new JedisSeenCallbacks(redis, properties.callbackTtl());
  }

  @Bean
  RateLimits rateLimits(RedisCalls redis, RedisClient client) {
    return new BucketRateLimits(redis, new Buckets(client, MOST_BUCKETS));
  }
}
