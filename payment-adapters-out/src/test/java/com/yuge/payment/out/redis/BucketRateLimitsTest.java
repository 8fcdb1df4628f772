package com.yuge.payment.out.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.contracts.RateLimitsContract;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.shared.RateLimit;
import com.yuge.payment.domain.shared.RateLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** Buckets in a real Redis. */
class BucketRateLimitsTest extends RateLimitsContract {
  private static final RateLimit FIVE_AN_HOUR = new RateLimit("five", 5, Duration.ofHours(1));
  private static final int MOST = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String caller = PayOrderBook.aNonce();
  private final RateLimits limits = instance(TestRedis.patient());

  @Override
  protected RateLimits limits() {
    return limits;
  }

  // By a clock that nobody can set: Redis has the word.
  @Override
  protected void pass(Duration time) {
    await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
  }

  private static BucketRateLimits instance(RedisCalls redis) {
    return new BucketRateLimits(redis, new Buckets(TestRedis.CLIENT, MOST));
  }

  @Test
  void instancesCountTogether() {
    RateLimits other = instance(TestRedis.patient());
    assertThat(taken(limits, 3) + taken(other, 5)).isEqualTo(5);
    assertThat(limits.take(FIVE_AN_HOUR, caller)).isNotEmpty();
  }

  @Test
  void everyInstanceCountsForItselfWhileRedisIsAway() {
    RedisProperties nobody = TestRedis.properties(URI.create("redis://127.0.0.1:1"), PATIENCE);
    try (RedisClient client = new RedisConfiguration().redisClient(nobody)) {
      RedisCalls away =
          new RedisCalls(client, nobody, new SimpleMeterRegistry(), Clock.systemUTC());

      assertThat(taken(new BucketRateLimits(away, new Buckets(client, MOST)), 9)).isEqualTo(5);
      assertThat(taken(new BucketRateLimits(away, new Buckets(client, MOST)), 9)).isEqualTo(5);
    }
  }

  @Test
  void aChangedLimitBeginsAnew() {
    assertThat(taken(limits, 9)).isEqualTo(5);

    assertThat(limits.take(new RateLimit("five", 6, Duration.ofHours(1)), caller)).isEmpty();
  }

  @Test
  void howeverManyCallersThereAreOnlySoManyAreKept() {
    Buckets buckets = new Buckets(TestRedis.CLIENT, MOST);
    IntStream.range(0, 10 * MOST).forEach(n -> buckets.of(FIVE_AN_HOUR, caller + n));

    assertThat(buckets.size()).isEqualTo(MOST);
  }

  /** Many at once, of two instances: none is let through that Redis has not counted. */
  @Test
  void inARaceNoMoreAreTakenThanThereAre() {
    RateLimit fifty = new RateLimit("fifty", 50, Duration.ofHours(1));
    RateLimits other = instance(TestRedis.patient());

    long taken =
        IntStream.range(0, 200)
            .parallel()
            .filter(n -> (n % 2 == 0 ? limits : other).take(fifty, caller).isEmpty())
            .count();

    assertThat(taken).isEqualTo(50);
  }

  private long taken(RateLimits by, int tries) {
    return IntStream.range(0, tries).filter(n -> by.take(FIVE_AN_HOUR, caller).isEmpty()).count();
  }
}
