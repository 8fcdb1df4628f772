package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;

/** An event is published at once by whoever has its partition, wherever it was committed. */
class HintsE2eTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Under a load of tests; alone it is a few milliseconds. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  /** So many that each partition of sixteen surely has one. */
  private static final int ORDERS = 100;

  private static final String CHANNEL = "test:hints-e2e";

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_hints");

  /** No poll comes while this runs, so what nobody was told of stays. */
  private static final List<String> WITHOUT_POLLS =
      List.of(
          "--payment.redis.hint-channel=" + CHANNEL,
          "--payment.outbox.poll-min=1h",
          "--payment.outbox.poll-max=1h",
          "--payment.outbox.lease=3s",
          "--payment.outbox.send-timeout=500ms");

  @Test
  void whatIsCommittedElsewhereIsPublishedAtOnce() {
    List<ConfigurableApplicationContext> services = new ArrayList<>();
    try {
      services.add(ServiceInJvm.start(arguments("--payment.outbox.relay.enabled=false")));
      services.add(ServiceInJvm.start(arguments()));
      services.add(ServiceInJvm.start(arguments()));
      List<PaymentApi> instances = services.stream().map(ServiceInJvm::api).toList();
      await().atMost(SOON).until(() -> shares().equals(List.of(8, 8)));
      await().atMost(SOON).until(() -> listening() == 2);

      for (PaymentApi instance : instances) {
        for (int order = 0; order < ORDERS; order++) {
          String unused = instance.paidOrder(orderNo());
        }
        await().atMost(AT_ONCE).until(() -> pending() == 0);
      }
      assertThat(published()).isGreaterThanOrEqualTo(instances.size() * ORDERS);
    } finally {
      services.forEach(ServiceInJvm::stop);
    }
  }

  private static long listening() {
    try (RedisClient redis = RedisClient.create(TestStack.ONE.servers().redis().uri())) {
      Object counts =
          redis.executeCommand(new CommandArguments(Command.PUBSUB).add("NUMSUB").add(CHANNEL));
      return (Long) ((List<?>) counts).get(1);
    }
  }

  private List<String> arguments(String... more) {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.addAll(WITHOUT_POLLS);
    arguments.addAll(List.of(more));
    return arguments;
  }

  private List<Integer> shares() {
    return database
        .jdbc()
        .sql(
            """
            SELECT COUNT(*) FROM t_outbox_partition WHERE lease_until > UTC_TIMESTAMP(6)
            GROUP BY owner
            """)
        .query(Integer.class)
        .list();
  }

  private int pending() {
    return count("SELECT COUNT(*) FROM t_outbox_pending WHERE aggregate_key <> ''");
  }

  private int published() {
    return count("SELECT COUNT(*) FROM t_outbox_event");
  }

  private int count(String sql) {
    return database.jdbc().sql(sql).query(Integer.class).single();
  }

  private static String orderNo() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
