package com.yuge.payment.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MariaDB 11.4 with durable commits, and a database and a user for the service. */
public final class MariaDbServer implements DatabaseServer {
  private static final String DATABASE = "payment";
  private static final String USERNAME = "payment";
  private static final String PASSWORD = "payment";

  private final int port;
  private final ChildServer server;

  private MariaDbServer(int port, ChildServer server) {
    this.port = port;
    this.server = server;
  }

  /** Starts the server on a free port with the folder's data. */
  public static MariaDbServer start(StackFolder folder, List<String> options) {
    return Timed.start(
        folder, "MariaDB", () -> startIn(folder, options), database -> database.port);
  }

  private static MariaDbServer startIn(StackFolder folder, List<String> options) {
    MariaDbInstallation installation = new MariaDbInstallation(folder).prepare();
    Path users = users(installation.home());
    return FreePorts.start(
        port -> {
          List<String> command = installation.command(installation.data());
          command.addAll(settings(port, users));
          command.addAll(options);
          String mark = "ready for connections";
          return new MariaDbServer(port, new ChildServer(folder, "mariadb", command, mark).start());
        });
  }

  /** The socket and pid file are relative to the data directory: socket paths must be short. */
  static List<String> settings(int port, Path users) {
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

  /** Writes the SQL that creates the users. The server repeats it at each start. */
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

  @Override
  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  @Override
  public String jdbcUrl(String database) {
    return "jdbc:mysql://127.0.0.1:%d/%s".formatted(port, database);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String username() {
    return USERNAME;
  }

  @Override
  public String password() {
    return PASSWORD;
  }

  @Override
  public void stop() {
    server.stop();
  }

  /** Kills the server at once, as kill -9 does. */
  public void kill() {
    server.kill();
  }

  /** Makes the server hang: it still accepts connections, but does not respond. */
  public void suspend() {
    server.signal("STOP");
  }

  /** Ends the hang. The server then handles the requests that it received meanwhile. */
  public void resume() {
    server.signal("CONT");
  }

  @Override
  public void start() {
    server.start();
  }
}
