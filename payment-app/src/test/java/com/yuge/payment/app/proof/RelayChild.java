package com.yuge.payment.app.proof;

import static org.awaitility.Awaitility.await;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@link RelayProcess}, seen by who started it: told what to do, killed, stopped and woken. */
final class RelayChild implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(30);

  private final Process process;
  private final BufferedWriter input;
  private final Path log;

  private RelayChild(Process process, Path log) {
    this.process = process;
    this.input = process.outputWriter();
    this.log = log;
  }

  /** Its database has its tables already. */
  static RelayChild start(String name, Ground ground) {
    Path log = Path.of("target", "relay-" + name + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Drocketmq.log.root=" + Path.of("target", "rocketmq-client").toAbsolutePath(),
                "-cp",
                // Surefire hides the real class path in a manifest and tells it here.
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                RelayProcess.class.getName()));
    command.addAll(List.of(ground.arguments("--spring.flyway.enabled=false")));
    File output = log.toFile();
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
      return new RelayChild(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  RelayChild awaitReady() {
    awaitSaid(RelayProcess.READY);
    return this;
  }

  long pid() {
    return process.pid();
  }

  /** Has it do something, and waits until it has. */
  void tell(String command) {
    send(command);
    awaitSaid("did " + command);
  }

  /** Has it do something that it may not live to see the end of, or only when it is awake. */
  void send(String command) {
    try {
      input.write(command + "\n");
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("it does not listen", e);
    }
  }

  void awaitSaid(String words) {
    await(words).atMost(START).until(() -> said().contains(words) || hasEnded(words));
  }

  private boolean hasEnded(String words) {
    if (!process.isAlive() && !said().contains(words)) {
      throw new IllegalStateException("it ended without '" + words + "'; see " + log);
    }
    return false;
  }

  String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  long timesSaid(String words) {
    return said().lines().filter(line -> line.startsWith(words)).count();
  }

  /** The event ids that it wrote after these words, in all lines that begin so. */
  List<String> idsAfter(String words) {
    return said()
        .lines()
        .filter(line -> line.startsWith(words))
        .flatMap(line -> Stream.of(line.substring(words.length()).split(",")))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  void awaitEnd() {
    await("its end").atMost(END).until(() -> !process.isAlive());
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** By the shell: Java's own would close its standard input as well, which ends it at once. */
  void signal(String name) {
    try {
      Process sent =
          new ProcessBuilder("/bin/sh", "-c", "kill -%s %d".formatted(name, process.pid())).start();
      if (!sent.waitFor(END.toSeconds(), TimeUnit.SECONDS) || sent.exitValue() != 0) {
        throw new IllegalStateException("no signal " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send a signal", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whatever state it is in. */
  @Override
  public void close() {
    kill();
  }
}
