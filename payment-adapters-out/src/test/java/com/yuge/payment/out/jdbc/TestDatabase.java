package com.yuge.payment.out.jdbc;

import com.yuge.payment.devstack.DatabaseServer;
import com.yuge.payment.devstack.StackFolder;
import com.yuge.payment.domain.shared.Transactions;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real database, migrated, with the pools that the service has; one for all tests of a JVM. It is
 * a {@link DatabaseServer} of our own, or an empty database of yours: {@code
 * -Dtest.database.url=...}, {@code .username} and {@code .password}.
 */
public final class TestDatabase {
  private static final TestDatabase ONE = new TestDatabase();

  private final DataSource pool;
  private final DataSource transactionPool;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  private TestDatabase() {
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(40);
    if (System.getProperty("test.database.url") == null) {
      useOurs(config);
    } else {
      useYours(config);
    }
    ConnectionPoolSettings.apply(config);
    this.pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).load().migrate();
    this.transactionPool = transactionPool(pool);
    this.jdbc = JdbcClient.create(new Connections(pool, transactionPool));
    this.transactions = transactions(transactionPool);
  }

  private static DataSource transactionPool(DataSource pool) {
    try {
      return Connections.forTransactions(pool);
    } catch (SQLException e) {
      throw new IllegalStateException("no pool of ours", e);
    }
  }

  private static void useOurs(HikariConfig config) {
    Path folder = StackFolder.ofTests("database");
    DatabaseServer server = DatabaseServer.start(StackFolder.open(folder, progress -> {}));
    config.setJdbcUrl(createDatabase(server));
    config.setUsername(server.username());
    config.setPassword(server.password());
  }

  private static String createDatabase(DatabaseServer server) {
    try {
      return server.createDatabase("adapters");
    } catch (SQLException e) {
      throw new IllegalStateException("no database for the tests", e);
    }
  }

  private static void useYours(HikariConfig config) {
    config.setJdbcUrl(System.getProperty("test.database.url"));
    config.setUsername(System.getProperty("test.database.username", "root"));
    config.setPassword(System.getProperty("test.database.password", ""));
  }

  public static DataSource pool() {
    return ONE.pool;
  }

  /** Of which {@link #transactions} are. */
  static DataSource transactionPool() {
    return ONE.transactionPool;
  }

  /** How many transactions run at once. */
  static int mostTransactions() {
    return ((HikariDataSource) ONE.transactionPool).getMaximumPoolSize();
  }

  public static JdbcClient jdbc() {
    return ONE.jdbc;
  }

  static Transactions transactions(DataSource database) {
    return new JdbcTransactions(database, Duration.ofSeconds(20));
  }

  public static Transactions transactions() {
    return ONE.transactions;
  }
}
