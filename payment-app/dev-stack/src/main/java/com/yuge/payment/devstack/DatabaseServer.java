package com.yuge.payment.devstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database server of the stack: MariaDB, or MySQL where {@code -Dmysql.image=...} names one. */
public interface DatabaseServer {
  static DatabaseServer start(StackFolder folder) {
    return start(folder, List.of());
  }

  /** The same with further options of MariaDB's, such as {@code --log-bin}. */
  static DatabaseServer start(StackFolder folder, List<String> options) {
    String image = System.getProperty("mysql.image");
    return image == null ? MariaDbServer.start(folder, options) : MySqlServer.start(folder, image);
  }

  /** The address of the service's database. */
  String jdbcUrl();

  /** On loopback. */
  int port();

  /** The address of another database on this server. */
  String jdbcUrl(String database);

  String username();

  String password();

  /** Lets it end; what was committed stays. */
  void stop();

  /** Starts it again on its data and port. */
  void start();

  /** Makes a further database, empty even when one of that name was there; returns its address. */
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
