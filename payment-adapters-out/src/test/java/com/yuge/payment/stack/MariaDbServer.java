package com.yuge.payment.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** MariaDB 11.4 with durable commits, and a database and a user for the service. */
public final class MariaDbServer {
  private static final String DATABASE = "payment";
  private static final String USERNAME = "payment";
  private static final String PASSWORD = "payment";

  private final int port;
  private final ChildServer server;

  private MariaDbServer(int port, ChildServer server) {
    this.port = port;
    this.server = server;
  }

  public static MariaDbServer start(StackFolder folder) {
    return Timed.start(folder, "MariaDB", () -> startIn(folder), database -> database.port);
  }

  private static MariaDbServer startIn(StackFolder folder) {
    MariaDbInstallation installation = new MariaDbInstallation(folder).prepare();
    Path users = users(installation.home());
    return FreePorts.start(
        port -> {
          List<String> command = installation.command(installation.data());
          command.addAll(settings(port, users));
          String mark = "ready for connections";
          return new MariaDbServer(port, new ChildServer(folder, "mariadb", command, mark).start());
        });
  }

  /** The socket and pid file are relative to the data directory: socket paths are short. */
  private static List<String> settings(int port, Path users) {
    return List.of(
        "--port=" + port,
        "--bind-address=127.0.0.1",
        "--socket=mariadb.sock",
        "--pid-file=mariadb.pid",
        "--init-file=" + users,
        "--skip-name-resolve",
        "--skip-ssl",
        "--default-time-zone=+00:00",
        "--innodb-flush-log-at-trx-commit=1",
        "--innodb-buffer-pool-size=128M",
        "--table-open-cache=400",
        "--max-connections=200");
  }

  /** Run by the server at each start, so it has to bear repetition. */
  private static Path users(Path home) {
    String sql =
        """
        CREATE DATABASE IF NOT EXISTS %s CHARACTER SET utf8mb4;
        CREATE USER IF NOT EXISTS '%s'@'127.0.0.1' IDENTIFIED BY '%s';
        GRANT ALL PRIVILEGES ON *.* TO '%s'@'127.0.0.1';
        """
            .formatted(DATABASE, USERNAME, PASSWORD, USERNAME);
    try {
      return Files.writeString(home.resolve("users.sql"), sql);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + home, e);
    }
  }

  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  /** The address of another database on this server. */
  public String jdbcUrl(String database) {
    return "jdbc:mysql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public String username() {
    return USERNAME;
  }

  public String password() {
    return PASSWORD;
  }

  /** Makes a further database, empty even when one of that name was there; returns its address. */
  public String createDatabase(String name) throws SQLException {
    if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new IllegalArgumentException("not a plain database name: " + name);
    }
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), USERNAME, PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE DATABASE " + name + " CHARACTER SET utf8mb4");
    }
    return jdbcUrl(name);
  }

  public void stop() {
    server.stop();
  }

  /** Ends it at once, as kill -9 does. */
  public void kill() {
    server.kill();
  }

  /** Starts it again on its data and port. */
  public void start() {
    server.start();
  }
}
