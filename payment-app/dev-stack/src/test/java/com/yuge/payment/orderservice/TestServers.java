package com.yuge.payment.orderservice;

import com.yuge.payment.devstack.DatabaseServer;
import com.yuge.payment.devstack.RocketMqServers;
import com.yuge.payment.devstack.StackFolder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database server and a broker, one of each for all tests of a JVM. */
final class TestServers {
  private static final StackFolder FOLDER =
      StackFolder.open(StackFolder.ofTests("order-service"), progress -> {});
  private static final DatabaseServer DATABASE = DatabaseServer.start(FOLDER);

  private TestServers() {}

  /** Starts with the first test that asks for it. */
  private static final class Broker {
    static final RocketMqServers ONE = RocketMqServers.start(FOLDER);
  }

  static RocketMqServers broker() {
    return Broker.ONE;
  }

  /** Connections to a fresh database. */
  static DataSource createDatabase(String name) {
    HikariConfig config = new HikariConfig();
    try {
      config.setJdbcUrl(DATABASE.createDatabase(name));
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
    config.setUsername(DATABASE.username());
    config.setPassword(DATABASE.password());
    return new HikariDataSource(config);
  }
}
