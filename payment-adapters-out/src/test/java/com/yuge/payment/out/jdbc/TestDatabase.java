package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.stack.MariaDbServer;
import com.yuge.payment.stack.StackFolder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real database, migrated, with the pool that the service has; one for all tests of a JVM. */
public final class TestDatabase {
  private static final TestDatabase ONE = new TestDatabase();

  private final DataSource pool;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  private TestDatabase() {
    MariaDbServer server =
        MariaDbServer.start(StackFolder.open(Path.of("target/test-database"), progress -> {}));
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.jdbcUrl());
    config.setUsername(server.username());
    config.setPassword(server.password());
    config.setMaximumPoolSize(40);
    PoolRules.apply(config);
    this.pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).cleanDisabled(false).load().clean();
    Flyway.configure().dataSource(pool).load().migrate();
    this.jdbc = JdbcClient.create(pool);
    this.transactions = new JdbcTransactions(pool);
  }

  public static DataSource pool() {
    return ONE.pool;
  }

  public static JdbcClient jdbc() {
    return ONE.jdbc;
  }

  public static Transactions transactions() {
    return ONE.transactions;
  }
}
