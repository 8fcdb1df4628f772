package com.yuge.payment.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One MariaDB server of several that replicate. This class does not decide which server follows
 * which. The pid file, {@code pids/mariadb-PORT.pid} in the folder, exists while the server runs.
 */
public final class MariaDbReplica {
  private static final String READY_MARK = "ready for connections";

  private final StackFolder folder;
  private final MariaDbInstallation installation;
  private final int port;
  private final List<String> command;
  private ChildServer server;

  private MariaDbReplica(
      StackFolder folder, MariaDbInstallation installation, int port, List<String> command) {
    this.folder = folder;
    this.installation = installation;
    this.port = port;
    this.command = command;
    this.server = server(List.of());
  }

  /**
   * Starts a server with empty data on a free port.
   *
   * @param id its server_id, 1 or more
   * @param accounts the SQL that the server runs at each start, one statement a line
   * @param options further options, such as {@code --log-bin}
   */
  public static MariaDbReplica startFresh(
      StackFolder folder, int id, Path accounts, List<String> options) {
    String data = "data-" + id;
    MariaDbInstallation.drop(folder, data);
    MariaDbInstallation installation = new MariaDbInstallation(folder, data).prepare();
    return FreePorts.start(
        port -> {
          List<String> command = new ArrayList<>(installation.command(installation.data()));
          command.addAll(MariaDbServer.settings(port, accounts));
          command.add("--server-id=" + id);
          command.addAll(options);
          MariaDbReplica replica = new MariaDbReplica(folder, installation, port, command);
          replica.start();
          return replica;
        });
  }

  private ChildServer server(List<String> environment) {
    List<String> whole = new ArrayList<>(environment);
    whole.addAll(command);
    return new ChildServer(folder, "mariadb-" + port, whole, READY_MARK);
  }

  /** Returns the port on loopback. */
  public int port() {
    return port;
  }

  /** Returns {@code HOST:PORT}. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** Returns the command-line client of this server's version. */
  public Path client() {
    return installation.client();
  }

  /** Starts the server with the same data and port. */
  public void start() {
    startWith(List.of());
  }

  /**
   * Starts it with a clock that is ahead of the machine's, or behind it if negative.
   *
   * @param library libfaketime
   */
  public void start(Duration ahead, Path library) {
    startWith(
        List.of(
            "/usr/bin/env",
            "LD_PRELOAD=" + library,
            "DONT_FAKE_MONOTONIC=1",
            "FAKETIME=%+ds".formatted(ahead.toSeconds())));
  }

  private void startWith(List<String> environment) {
    server = server(environment).start();
  }

  /** Stops the server and lets it finish its work. */
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
}
