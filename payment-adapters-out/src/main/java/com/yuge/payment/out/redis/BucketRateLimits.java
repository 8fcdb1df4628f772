package com.yuge.payment.out.redis;

import com.yuge.payment.domain.shared.RateLimit;
import com.yuge.payment.domain.shared.RateLimits;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/**
 * {@link RateLimits} with token buckets. The instance's own bucket decides first, so that a flood
 * costs Redis nothing, and so that a limit remains while Redis is unavailable. The bucket in Redis
 * then decides for all instances together.
 */
final class BucketRateLimits implements RateLimits {
  private final RedisCalls redis;
  private final Buckets buckets;

  BucketRateLimits(RedisCalls redis, Buckets buckets) {
    this.redis = redis;
    this.buckets = buckets;
  }

  @Override
  public Optional<Duration> take(RateLimit limit, String who) {
    if (limit.isOff()) {
      return Optional.empty();
    }
    Buckets.Pair pair = buckets.of(limit, who);
    Optional<Duration> refused = refusal(pair.own().tryConsumeAndReturnRemaining(1));
    return refused.isPresent() ? refused : askAll(pair);
  }

  private Optional<Duration> askAll(Buckets.Pair pair) {
    return redis
        .<ConsumptionProbe>ask(jedis -> pair.shared().tryConsumeAndReturnRemaining(1))
        .flatMap(BucketRateLimits::refusal);
  }

  private static Optional<Duration> refusal(ConsumptionProbe probe) {
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }
}
