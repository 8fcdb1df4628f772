package com.yuge.payment.app.failover;

import com.yuge.payment.devstack.MariaDbReplica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The shipped scripts, run as an operator runs them. */
final class FailoverScripts {
  static final Path FOLDER = Path.of("src", "deploy", "mariadb");

  /** The password of all accounts in accounts.sql. */
  static final String PASSWORD = "change-me";

  private static final long LIMIT_SECONDS = 400;

  private static final String CLIENT_FILE =
      """
      [client]
      user=failover
      password=%s
      skip-ssl
      """;

  /** Kills the server on that port; it may be dead already. */
  private static final String FENCE =
      """
      #!/bin/sh
      file=%s/pids/mariadb-${1##*:}.pid
      pid=$(cat "$file" 2>/dev/null) || exit 0
      kill -9 "$pid" 2>/dev/null
      while kill -0 "$pid" 2>/dev/null; do :; done
      """;

  private final Map<String, String> environment;

  /**
   * @param folder the servers' folder
   */
  FailoverScripts(Path folder, Path client) {
    Path fence = write(folder.resolve("fence"), FENCE.formatted(folder));
    if (!fence.toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot run " + fence);
    }
    Path file = write(folder.resolve("failover.cnf"), CLIENT_FILE.formatted(PASSWORD));
    this.environment =
        Map.of(
            "MARIADB",
            client.toString(),
            "CLIENT_FILE",
            file.toString(),
            "FENCE",
            fence.toString(),
            "REPLICATION_USER",
            "replication",
            "REPLICATION_PASSWORD",
            PASSWORD,
            "REPLICATION_OPTIONS",
            "MASTER_SSL = 0, MASTER_SSL_VERIFY_SERVER_CERT = 0");
  }

  /** The lines of server.cnf as options. */
  static List<String> serverOptions() {
    try (Stream<String> lines = Files.lines(FOLDER.resolve("server.cnf"))) {
      return lines
          .filter(line -> line.matches("[a-z].*"))
          .map(line -> "--" + line.replace(" ", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read server.cnf", e);
    }
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /**
   * @param old the former primary, or none
   */
  String promote(String old, List<MariaDbReplica> others) {
    List<String> arguments = new ArrayList<>(List.of("promote", old));
    others.stream().map(MariaDbReplica::address).forEach(arguments::add);
    return run(arguments);
  }

  String rejoin(MariaDbReplica server, MariaDbReplica primary) {
    return run(List.of("rejoin", server.address(), primary.address()));
  }

  /**
   * @throws IllegalStateException with what it said, when it fails
   */
  private String run(List<String> arguments) {
    List<String> command = new ArrayList<>(arguments);
    command.set(0, FOLDER.resolve(arguments.get(0)).toString());
    Path output = Path.of("target", "failover-" + arguments.get(0) + ".log");
    ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
    script.redirectOutput(output.toFile()).environment().putAll(environment);
    try {
      Process process = script.start();
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      String said = Files.readString(output);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(arguments + " failed:\n" + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
