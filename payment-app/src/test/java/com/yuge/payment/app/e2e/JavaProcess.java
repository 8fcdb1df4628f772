package com.yuge.payment.app.e2e;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.devstack.StackFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A JVM of its own that writes to a log, and ends with this one at the latest. */
public record JavaProcess(Process process, Path log) {
  /** Options of the JVM for what does not run for long. */
  public static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final AtomicInteger STARTED = new AtomicInteger();
  private static final Duration SIGNAL = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofSeconds(60);
  private static final Duration WORK = Duration.ofMinutes(2);

  /**
   * Starts it with its further options and what it runs, and with the arguments of that; so that it
   * is there quickly.
   */
  public static JavaProcess start(String name, List<String> what, List<String> arguments) {
    return start(name, QUICK_START, what, arguments);
  }

  /** The same with these options only. */
  public static JavaProcess start(
      String name, List<String> options, List<String> what, List<String> arguments) {
    return start(name, Map.of(), options, what, arguments);
  }

  /** The same with these variables of its environment as well. */
  static JavaProcess start(
      String name,
      Map<String, String> environment,
      List<String> options,
      List<String> what,
      List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(what);
    command.addAll(arguments);
    try {
      String file = "%s-%d.log".formatted(name, STARTED.incrementAndGet());
      Path log = Files.createDirectories(StackFolder.ofTests("processes")).resolve(file);
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new JavaProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  /** Surefire hides the real class path in a manifest and tells it here. */
  public static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** What it has written so far; only one that still runs can be waited for. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  /**
   * Sends STOP, CONT or TERM. By the shell: Java's own TERM would close its standard input as well,
   * which ends some at once.
   */
  public void signal(String name) {
    String command = "kill -%s %d".formatted(name, process.pid());
    try {
      Process sent = new ProcessBuilder("/bin/sh", "-c", command).start();
      if (!sent.waitFor(SIGNAL.toSeconds(), TimeUnit.SECONDS) || sent.exitValue() != 0) {
        throw new IllegalStateException("failed: " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send a signal", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to stop, as an operator would, and sees that it does. */
  public void stop() {
    process.destroy();
    awaitEnd();
  }

  public void awaitEnd() {
    await("its end").atMost(END).until(() -> !process.isAlive());
  }

  /** Of one that has something to do and then ends by itself, which is not to fail. */
  public void awaitSuccess() {
    await("its end").atMost(WORK).until(() -> !process.isAlive());
    if (process.exitValue() != 0) {
      throw new IllegalStateException("it failed:\n" + said());
    }
  }
}
