package com.yuge.payment.out.redis;

import static com.yuge.payment.domain.fixtures.InMemoryPayments.callback;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackOutcome;
import com.yuge.payment.domain.callback.CallbackOutcome.Reason;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.Connection;
import redis.clients.jedis.RedisClient;

/** The use cases over the real adapters of Redis; the database costs next to nothing. */
final class PaymentsOnRedis implements AutoCloseable {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final SettableClock clock = new SettableClock(NOW, ZoneOffset.UTC);
  private final RedisClient client;
  final JedisFinalPayOrderCache finals;
  final JedisSeenCallbacks seen;
  private final InMemoryPayments payments;

  PaymentsOnRedis(RedisProperties properties) {
    client = new RedisConfiguration().redisClient(properties);
    RedisCalls redis = new RedisCalls(client, properties, metrics, clock);
    finals = new JedisFinalPayOrderCache(redis, properties.finalOrderTtl());
    seen = new JedisSeenCallbacks(redis, properties.callbackTtl());
    payments = new InMemoryPayments(finals, seen);
  }

  /** Every use of Redis: reading, paying, a repeat, late money. Each is right. */
  void assertRight() {
    PayOrder order = payments.given(aPayOrder());
    VerifiedCallback callback = callback(success(order, aNonce()));
    assertThat(reasonOf(callback)).isEqualTo(Reason.APPLIED);
    assertThat(statusOf(order)).isEqualTo(PayStatus.SUCCESS);
    assertThat(reasonOf(callback)).isEqualTo(Reason.SAME_CALLBACK);
    assertThat(statusOf(order)).isEqualTo(PayStatus.SUCCESS);

    PayOrder ended = payments.given(aPayOrder(PayStatus.CLOSED));
    VerifiedCallback late = callback(success(ended, aNonce()));
    assertThat(statusOf(ended)).isEqualTo(PayStatus.CLOSED);
    assertThat(reasonOf(late)).isEqualTo(Reason.LATE_SUCCESS);
    assertThat(reasonOf(late)).isEqualTo(Reason.SAME_CALLBACK);
    assertThat(statusOf(ended)).isEqualTo(PayStatus.CLOSED);
  }

  PayStatus statusOf(PayOrder order) {
    return payments.find.byPayNo(order.payNo()).orElseThrow().order().status();
  }

  private Reason reasonOf(VerifiedCallback callback) {
    CallbackOutcome outcome = payments.handleCallback.handle(callback).orElseThrow();
    assertThat(outcome.order().status()).isEqualTo(payments.now(outcome.order()).status());
    return outcome.reason();
  }

  /** Uses as many connections at once as a busy service has; each answers, or this throws. */
  void useEveryConnection() {
    List<Connection> all = new ArrayList<>();
    try {
      while (all.size() < RedisConfiguration.MOST_CONNECTIONS) {
        all.add(client.getPool().getResource());
      }
      assertThat(all).allMatch(Connection::ping);
    } finally {
      all.forEach(Connection::close);
    }
  }

  /** Whether Redis keeps what it is given. */
  boolean isUsed() {
    VerifiedCallback callback = callback(success(aPayOrder(), "T1"));
    seen.remember(TestChannels.MOCK, callback.id());
    return seen.remembers(TestChannels.MOCK, callback.id());
  }

  PayOrder given(PayStatus status) {
    return payments.given(aPayOrder(status));
  }

  void passes(Duration time) {
    clock.advance(time);
  }

  double failures() {
    return metrics.counter("payment.redis.failures").count();
  }

  @Override
  public void close() {
    client.close();
  }
}
