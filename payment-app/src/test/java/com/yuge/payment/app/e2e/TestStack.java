package com.yuge.payment.app.e2e;

import com.yuge.payment.consumer.PaymentEventConsumer;
import com.yuge.payment.consumer.PaymentEventsProperties;
import com.yuge.payment.consumer.PaymentEventsProperties.Client;
import com.yuge.payment.consumer.PaymentEventsProperties.Retry;
import com.yuge.payment.consumer.PaymentEventsProperties.Security;
import com.yuge.payment.devstack.PaymentStack;
import com.yuge.payment.devstack.RocketMqServers;
import com.yuge.payment.devstack.StackFolder;
import com.yuge.payment.orderservice.Orders;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The servers and the reference order-service, one for all tests of a JVM. */
public final class TestStack {
  /** Hikari's shortest. */
  private static final Duration SHORTEST_IDLE = Duration.ofSeconds(10);

  /** Most tests pay for orders that no order-service has; nothing should wait long for them. */
  private static final Retry QUICK = new Retry(2, Duration.ofMillis(10));

  public static final TestStack ONE = new TestStack();

  private final PaymentStack servers;
  private final Orders orders;

  private TestStack() {
    this.servers = PaymentStack.start(StackFolder.ofTests("stack"));
    try {
      this.orders = new Orders(pool(servers.database().createDatabase("order_service")));
      PaymentEventConsumer consumer = consume(servers.nameServerAddress());
      servers.endBy(
          end -> Runtime.getRuntime().addShutdownHook(new Thread(() -> end(consumer, end))));
    } catch (SQLException e) {
      throw new IllegalStateException("the reference order-service did not start", e);
    }
  }

  /** Lets the order-service consume the events of this broker, too. */
  public PaymentEventConsumer consume(String nameServer) {
    PaymentEventConsumer consumer = orders.consumer(settings(nameServer));
    consumer.start();
    return consumer;
  }

  private static PaymentEventsProperties settings(String nameServer) {
    return new PaymentEventsProperties(
        nameServer,
        "order-service",
        RocketMqServers.TOPIC,
        true,
        QUICK,
        Client.USUAL,
        Security.NONE);
  }

  private static void end(PaymentEventConsumer consumer, Runnable endServers) {
    try {
      ServiceInJvm.stopAll();
      consumer.close();
    } finally {
      endServers.run();
    }
  }

  // The pools of all tests live as long as the JVM, and the server has 200 connections.
  private HikariDataSource pool(String url) {
    HikariDataSource pool =
        DataSourceBuilder.create()
            .type(HikariDataSource.class)
            .url(url)
            .username(servers.database().username())
            .password(servers.database().password())
            .build();
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(SHORTEST_IDLE.toMillis());
    return pool;
  }

  /** A fresh database for a service, which no other service's relay looks into. */
  public ServiceDatabase createDatabase(String name) {
    try {
      String url = servers.database().createDatabase(name);
      return new ServiceDatabase(pool(url), arguments(url));
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
  }

  /** A database, and the command line of a service that uses it, on a free port. */
  public record ServiceDatabase(DataSource pool, List<String> arguments) {
    public JdbcClient jdbc() {
      return JdbcClient.create(pool);
    }
  }

  private List<String> arguments(String url) {
    return arguments(url, servers.database().username(), servers.database().password());
  }

  /** The command line of a service that uses another database. */
  public List<String> arguments(String url, String username, String password) {
    return List.of(
        "--spring.datasource.url=" + url,
        "--spring.datasource.username=" + username,
        "--spring.datasource.password=" + password,
        "--payment.rocketmq.name-server=" + servers.nameServerAddress(),
        "--payment.redis.uri=" + servers.redis().uri(),
        // A busy machine may lose the drop of a copy; no test should wait a minute for its end.
        "--payment.redis.final-order-ttl=5s",
        "--payment.mock.url=" + servers.mockChannel().url(),
        "--payment.reconcile.scan-interval=200ms",
        "--payment.refund.scan-interval=200ms",
        "--payment.money.watch-interval=1s",
        "--payment.channel.breaker-pause=1s",
        "--payment.http.drain-time=0s",
        "--spring.profiles.active=dev",
        "--server.port=0",
        "--management.server.port=0");
  }

  public PaymentStack servers() {
    return servers;
  }

  public Orders orders() {
    return orders;
  }
}
