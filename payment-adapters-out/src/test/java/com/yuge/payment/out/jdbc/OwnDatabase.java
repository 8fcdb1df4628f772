package com.yuge.payment.out.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A further database on the server of {@link TestDatabase}, for a test that migrates one itself.
 */
public record OwnDatabase(String url, String username, String password) {
  private static final String NAME_IN_URL = "^(jdbc:[a-z]+://[^/]+/)[^?]*";

  /** An empty one, even when one of that name was there. */
  public static OwnDatabase create(String name) {
    HikariDataSource server = (HikariDataSource) TestDatabase.pool();
    execute("DROP DATABASE IF EXISTS " + name);
    execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    return new OwnDatabase(
        server.getJdbcUrl().replaceFirst(NAME_IN_URL, "$1" + name),
        server.getUsername(),
        server.getPassword());
  }

  private static void execute(String sql) {
    int unused = TestDatabase.jdbc().sql(sql).update();
  }

  /** As the service migrates, on connections of Flyway's own with the server's defaults. */
  public void migrateTo(String version) {
    var unused =
        Flyway.configure().dataSource(url, username, password).target(version).load().migrate();
  }

  /** As an operator does after a migration that failed. */
  void forgetFailure() {
    var unused = Flyway.configure().dataSource(url, username, password).load().repair();
  }

  /** As an operator does once the previous version has stopped, by a client without time limits. */
  void adoptAllPayTrades() {
    int unused =
        JdbcClient.create(new DriverManagerDataSource(url, username, password))
            .sql("CALL adopt_all_pay_trades()")
            .update();
  }

  /** With the rules of the service's pool. */
  HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(username);
    config.setPassword(password);
    config.setMaximumPoolSize(8);
    ConnectionPoolSettings.apply(config);
    return new HikariDataSource(config);
  }
}
