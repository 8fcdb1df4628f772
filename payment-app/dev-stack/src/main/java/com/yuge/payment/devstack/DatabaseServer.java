package com.yuge.payment.devstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A database server: MariaDB as a process; MySQL or MariaDB in a container if {@code
 * -Dmysql.image=...} or {@code -Dmariadb.image=...} names an image.
 */
public interface DatabaseServer {
  static DatabaseServer start(StackFolder folder) {
    return start(folder, List.of());
  }

  /** Starts the server with further MariaDB options, such as {@code --log-bin}. */
  static DatabaseServer start(StackFolder folder, List<String> options) {
    String mySql = System.getProperty("mysql.image");
    if (mySql != null) return DatabaseContainer.start(folder, mySql, List.of());
    String mariaDb = System.getProperty("mariadb.image");
    if (mariaDb == null) return MariaDbServer.start(folder, options);
    folder.report("MariaDB runs in a container: " + MariaDbInstallation.whyContainer());
    return DatabaseContainer.start(folder, mariaDb, options);
  }

  /** Returns the address of the service's database. */
  String jdbcUrl();

  /** Returns the port on loopback. */
  int port();

  /** Returns the address of another database on this server. */
  String jdbcUrl(String database);

  String username();

  String password();

  /** Stops the server. Committed data stays. */
  void stop();

  /** Starts the server again with the same data and port. */
  void start();

  /** Creates an empty database, replaces an existing one of that name, and returns its address. */
  default String createDatabase(String name) throws SQLException {
    if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new IllegalArgumentException("not a plain database name: " + name);
    }
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), username(), password());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    }
    return jdbcUrl(name);
  }
}
