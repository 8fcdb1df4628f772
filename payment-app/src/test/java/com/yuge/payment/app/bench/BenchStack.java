package com.yuge.payment.app.bench;

import com.yuge.payment.devstack.DatabaseServer;
import com.yuge.payment.devstack.PaymentStack;
import com.yuge.payment.devstack.RedisProcess;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Real servers with durable settings, on stores that begin empty. */
public final class BenchStack implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  private final PaymentStack servers;

  private BenchStack(PaymentStack servers) {
    this.servers = servers;
  }

  public static BenchStack start(Path folder, String... databaseOptions) {
    PaymentStack begun =
        PaymentStack.beginFresh(folder, "no payer here", progress -> {}, List.of(databaseOptions));
    begun.awaitReady();
    return new BenchStack(begun);
  }

  /** An empty database; returns its address. */
  public String createDatabase(String name) {
    try {
      return servers.database().createDatabase(name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
  }

  /** Connections of the benchmark's own, without the rules that the service's have. */
  public DataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(servers.database().username());
    config.setPassword(servers.database().password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new HikariDataSource(config);
  }

  /** A broker that has stored nothing yet, and has no transaction to check for ever. */
  public void renewBroker() {
    servers.rocketMq().renewBroker();
  }

  public DatabaseServer database() {
    return servers.database();
  }

  public String nameServer() {
    return servers.nameServerAddress();
  }

  /** Who stops it starts it again. */
  RedisProcess redis() {
    return servers.redis();
  }

  /** The command line of a service on a free port, which trims in the midst of a part. */
  public List<String> arguments(String url) {
    List<String> arguments = new ArrayList<>(usualArguments(url));
    // What is old enough is trimmed, however short the part is.
    arguments.add("--payment.outbox.retention-interval=1s");
    return arguments;
  }

  /** The command line of a service on a free port. */
  public List<String> usualArguments(String url) {
    List<String> arguments = new ArrayList<>(idleArguments(url));
    // The benchmark takes due orders itself.
    arguments.add("--payment.reconcile.enabled=false");
    arguments.add("--payment.audit.enabled=false");
    arguments.add("--payment.statements.enabled=false");
    arguments.add("--payment.statements.queries.enabled=false");
    return arguments;
  }

  /** The same with all that it does by itself, as often as by default. */
  List<String> idleArguments(String url) {
    return List.of(
        "--spring.datasource.url=" + url,
        "--spring.datasource.username=" + servers.database().username(),
        "--spring.datasource.password=" + servers.database().password(),
        "--payment.rocketmq.name-server=" + servers.nameServerAddress(),
        "--payment.redis.uri=" + servers.redis().uri(),
        "--spring.profiles.active=dev",
        "--server.port=0",
        "--management.server.port=0");
  }

  @Override
  public void close() {
    servers.close();
  }
}
