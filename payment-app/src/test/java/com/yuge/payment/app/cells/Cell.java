package com.yuge.payment.app.cells;

import com.yuge.payment.app.e2e.ServiceInJvm;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.devstack.DatabaseServer;
import com.yuge.payment.devstack.PaymentStack;
import com.yuge.payment.orderservice.OrderServiceController;
import com.yuge.payment.orderservice.Orders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One instance of the service with servers of its own. The MOCK channel is everybody's. */
final class Cell {
  private static final String DATABASE = "cell";

  /** Room for three more cells. */
  static final int INCREMENT = 4;

  final String name;
  final PaymentStack servers;
  final int offset;
  private final List<String> arguments = new ArrayList<>();
  private ConfigurableApplicationContext instance;

  /** The one order-service's calls, in each cell. No @Configuration, which every run would find. */
  @Import(OrderServiceController.class)
  static class OrderService {
    @Bean
    Orders orders() {
      return TestStack.ONE.orders();
    }
  }

  /**
   * @param offset the first id of each table, from 1
   * @param router the port to which the channel sends its callbacks
   */
  Cell(String name, int offset, PaymentStack servers, int router, String slots) {
    this.name = name;
    this.offset = offset;
    this.servers = servers;
    DatabaseServer database = servers.database();
    try {
      String url = database.createDatabase(DATABASE);
      arguments.addAll(
          List.of(
              "--spring.datasource.url=" + url + ids(),
              "--spring.datasource.username=" + database.username(),
              "--spring.datasource.password=" + database.password(),
              "--payment.rocketmq.name-server=" + servers.nameServerAddress(),
              "--payment.redis.uri=" + servers.redis().uri(),
              "--payment.mock.url=" + TestStack.ONE.servers().mockChannel().url(),
              "--payment.mock.notify-url=" + notify(router, "payments"),
              "--payment.mock.refund-notify-url=" + notify(router, "refunds"),
              "--payment.reconcile.scan-interval=200ms",
              "--payment.refund.scan-interval=200ms",
              "--payment.channel.breaker-pause=1s",
              "--spring.profiles.active=dev",
              "--server.port=0",
              "--management.server.port=0"));
    } catch (SQLException e) {
      throw new IllegalStateException("no database for cell " + name, e);
    }
    this.instance = start(slots);
  }

  /** No two cells give the same id, so that rows can move. */
  private String ids() {
    return "?sessionVariables=auto_increment_increment=%d,auto_increment_offset=%d"
        .formatted(INCREMENT, offset);
  }

  private String notify(int router, String kind) {
    return "http://127.0.0.1:%d/cells/%s/channels/mock/%s".formatted(router, name, kind);
  }

  private ConfigurableApplicationContext start(String slots) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--payment.slots=" + slots);
    return ServiceInJvm.start(all, OrderService.class);
  }

  int port() {
    return ServiceInJvm.port(instance);
  }

  /** A second instance with these slots takes over; the first one ends what it has begun. */
  void restart(String slots, Runnable route) {
    ConfigurableApplicationContext former = instance;
    instance = start(slots);
    route.run();
    ServiceInJvm.stop(former);
  }

  JdbcClient jdbc() {
    DatabaseServer database = servers.database();
    return JdbcClient.create(
        new DriverManagerDataSource(
            database.jdbcUrl(DATABASE), database.username(), database.password()));
  }

  /** An option file for the database's own client. */
  Path optionFile(Path folder) {
    DatabaseServer database = servers.database();
    List<String> lines =
        List.of(
            "[client]",
            "skip-ssl",
            "protocol=tcp",
            "host=127.0.0.1",
            "port=" + database.port(),
            "user=" + database.username(),
            "password=" + database.password());
    try {
      return Files.write(folder.resolve(name + ".cnf"), lines).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  void stop() {
    ServiceInJvm.stop(instance);
  }
}
