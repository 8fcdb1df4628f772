package com.yuge.payment.app.proof;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.proof.ConsumerProcess.Moment;
import com.yuge.payment.app.proof.DeliveryPlan.Event;
import com.yuge.payment.consumer.Outcome;
import com.yuge.payment.devstack.DatabaseServer;
import com.yuge.payment.devstack.PaymentStack;
import com.yuge.payment.devstack.RocketMqServers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A consumer with the kit handles each event once, whatever the topic brings and however it dies.
 */
class ConsumerKillsE2eTest {
  private static final int EVENTS = ProofScale.LONG ? 10_000 : 500;
  private static final int KILLS = ProofScale.LONG ? 24 : 1;
  private static final List<Moment> MOMENTS = List.of(Moment.values());
  private static final Duration PATIENCE = ProofScale.seconds(60, 600);

  /** Short, so that the consumer still has events to handle when it is told to die. */
  private static final Duration POLL = Duration.ofMillis(20);

  private final PaymentStack servers = TestStack.ONE.servers();
  private final DatabaseServer server = servers.database();
  private final long seed = System.nanoTime();
  private final DeliveryPlan plan = new DeliveryPlan(seed, EVENTS, RocketMqServers.QUEUES);

  @Test
  void eachEventIsHandledOnce() throws Exception {
    String url = server.createDatabase("proof_consumer");
    JdbcClient jdbc = createTables(url);
    ExecutorService publisher = Executors.newSingleThreadExecutor();
    try (PlannedTopic topic = new PlannedTopic(servers.rocketMq());
        ConsumerLives consumer = new ConsumerLives(arguments(url, topic.name()))) {
      Future<Integer> published = publisher.submit(() -> topic.publish(plan));
      for (int kill = 0; kill < KILLS; kill++) {
        awaitHandled(jdbc, EVENTS * kill / (KILLS + 1));
        consumer.killAndRestart(MOMENTS.get(kill % MOMENTS.size()));
      }
      int deliveries = published.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      awaitEnds(jdbc);
      report(consumer, deliveries);

      assertHandledOnce(jdbc);
      assertThat(consumer.said()).doesNotContain("dead letter");
      assertThat(consumer.count(Outcome.DUPLICATE)).isPositive();
      assertThat(consumer.count(Outcome.FAILED)).isPositive();
    } finally {
      publisher.shutdownNow();
    }
  }

  private void assertHandledOnce(JdbcClient jdbc) {
    List<String> once = plan.events().stream().map(Event::eventId).toList();
    assertThat(jdbc.sql("SELECT event_id FROM t_handled").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(once);
    assertThat(jdbc.sql("SELECT event_id FROM t_mq_consume_log").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(once);
    Map<String, BigDecimal> totals =
        jdbc
            .sql("SELECT pay_no, amount FROM t_total")
            .query((row, number) -> Map.entry(row.getString("pay_no"), row.getBigDecimal("amount")))
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(totals).isEqualTo(plan.totals());
  }

  private static void awaitHandled(JdbcClient jdbc, int events) {
    await("%d handled events".formatted(events))
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> count(jdbc, "SELECT COUNT(*) FROM t_handled") >= events);
  }

  // Whatever is before the last event of a queue has been read by then.
  private static void awaitEnds(JdbcClient jdbc) {
    String ends = "SELECT COUNT(DISTINCT event_id) FROM t_handled WHERE event_id LIKE 'PAYEND%'";
    await("the end of each queue")
        .atMost(PATIENCE)
        .until(() -> count(jdbc, ends) == RocketMqServers.QUEUES);
  }

  private static int count(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  private JdbcClient createTables(String url) {
    DriverManagerDataSource database =
        new DriverManagerDataSource(url, server.username(), server.password());
    new ResourceDatabasePopulator(new ClassPathResource("payment-events/R__mq_consume_log.sql"))
        .execute(database);
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql(
            """
            CREATE TABLE t_handled (
              id BIGINT AUTO_INCREMENT PRIMARY KEY, event_id VARCHAR(64), amount DECIMAL(12,2))
            """)
        .update();
    jdbc.sql("CREATE TABLE t_total (pay_no VARCHAR(32) PRIMARY KEY, amount DECIMAL(12,2))")
        .update();
    return jdbc;
  }

  private List<String> arguments(String url, String topic) {
    return List.of(url, server.username(), server.password(), servers.nameServerAddress(), topic);
  }

  private void report(ConsumerLives consumer, int deliveries) {
    System.out.printf(
        "seed %d: %d events, published %d times, %d kills; told: %d handled, %d duplicates, %d"
            + " failures%n",
        seed,
        plan.events().size(),
        deliveries,
        KILLS,
        consumer.count(Outcome.HANDLED),
        consumer.count(Outcome.DUPLICATE),
        consumer.count(Outcome.FAILED));
  }
}
