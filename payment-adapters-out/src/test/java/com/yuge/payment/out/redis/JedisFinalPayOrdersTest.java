package com.yuge.payment.out.redis;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.contracts.FinalPayOrdersContract;
import com.yuge.payment.domain.order.FinalPayOrders;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.stack.RedisProcess;
import com.yuge.payment.stack.StackFolder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** The copies on a real Redis. */
class JedisFinalPayOrdersTest extends FinalPayOrdersContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static StackFolder folder;
  private static RedisProcess server;
  private static RedisClient client;

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  @BeforeAll
  static void start() {
    folder = StackFolder.open(Path.of("target/test-redis"), progress -> {});
    server = RedisProcess.start(folder);
    client =
        new RedisConfiguration()
            .redisClient(new RedisProperties(server.uri(), Duration.ofMillis(500), MINUTE, MINUTE));
  }

  @AfterAll
  static void stop() {
    client.close();
    folder.close();
  }

  @Override
  protected FinalPayOrders finals() {
    return finals(MINUTE);
  }

  @Test
  void aCopyEndsByItself() {
    PayOrder order = aPayOrder(PayStatus.SUCCESS);
    FinalPayOrders finals = finals(Duration.ofMillis(50));

    finals.put(order);

    await().atMost(Duration.ofSeconds(10)).until(() -> finals.find(order.payNo()).isEmpty());
  }

  @Test
  void whatCannotBeReadIsNoCopy() {
    PayOrder order = aPayOrder(PayStatus.SUCCESS);
    String unused = client.set("payment:final-order:1:" + order.payNo(), "{\"id\":1}");

    assertThat(finals().find(order.payNo())).isEmpty();
  }

  @Test
  void withoutRedisThereAreNoCopiesAndNobodyFails() {
    PayOrder order = aPayOrder(PayStatus.SUCCESS);
    FinalPayOrders finals = finals();
    finals.put(order);
    server.stop();
    try {
      assertThat(finals.find(order.payNo())).isEmpty();
      finals.put(order);
      finals.drop(order.payNo());
      assertThat(metrics.counter("payment.redis.failures").count()).isEqualTo(1.0);
    } finally {
      server.start();
    }
  }

  private FinalPayOrders finals(Duration timeToLive) {
    return new JedisFinalPayOrders(new Redis(client, MINUTE, metrics), timeToLive);
  }
}
