package com.yuge.payment.out.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.domain.shared.RateLimit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;

/**
 * The buckets in use, each once in memory and once in Redis. Their number is limited: a new bucket
 * replaces the least recently used one. When that one returns, it is full in memory, but not in
 * Redis.
 */
final class Buckets {
  private static final String PREFIX = "payment:limit:";

  /** How long Redis keeps a bucket that is full again. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  private final ProxyManager<byte[]> inRedis;
  private final int most;
  private final Map<String, Pair> pairs = new LinkedHashMap<>(16, 0.75f, true);

  /** The same limit, for this instance and for all instances. */
  record Pair(Bucket own, Bucket shared) {}

  Buckets(UnifiedJedis jedis, int most) {
    this.inRedis =
        Bucket4jJedis.casBasedBuilder(jedis)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(SLACK))
            .build();
    this.most = most;
  }

  Pair of(RateLimit limit, String who) {
    // The key contains the numbers, so that a changed limit starts with new buckets.
    String key = PREFIX + limit.name() + ":" + limit.count() + "/" + limit.period() + ":" + who;
    synchronized (pairs) {
      Pair pair = pairs.computeIfAbsent(key, name -> pair(limit, name));
      evict();
      return pair;
    }
  }

  private void evict() {
    if (pairs.size() > most) {
      var eldest = pairs.entrySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  int size() {
    synchronized (pairs) {
      return pairs.size();
    }
  }

  private Pair pair(RateLimit limit, String key) {
    Bandwidth bandwidth =
        Bandwidth.builder()
            .capacity(limit.count())
            .refillGreedy(limit.count(), limit.period())
            .build();
    Bucket own = Bucket.builder().addLimit(bandwidth).withNanosecondPrecision().build();
    BucketConfiguration shared = BucketConfiguration.builder().addLimit(bandwidth).build();
    // Concurrent requests of this instance go to Redis as one batch; otherwise their updates would
    // conflict.
    return new Pair(
        own,
        inRedis
            .builder()
            .withOptimization(Optimizations.batching())
            .build(key.getBytes(UTF_8), () -> shared));
  }
}
