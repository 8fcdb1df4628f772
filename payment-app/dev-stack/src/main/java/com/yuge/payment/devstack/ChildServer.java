package com.yuge.payment.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One server as a child process. A file has its pid, so that a later run can end it. */
final class ChildServer {
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  /** Long, because the machine may be busy. */
  private static final Duration READY = Duration.ofMinutes(3);

  private static final Duration KILL = Duration.ofSeconds(5);

  private final StackFolder folder;
  private final String name;
  private final List<String> command;
  private final String readyMark;
  private final ServerLog log;
  private final Path pidFile;
  private Duration grace = Duration.ofSeconds(15);
  private @Nullable Path input;
  private volatile @Nullable Process process;

  /**
   * Creates a server that is not started yet. The server prints the ready mark once it serves;
   * another process on the port cannot fake that.
   */
  ChildServer(StackFolder folder, String name, List<String> command, String readyMark) {
    this.folder = folder;
    this.name = name;
    this.command = List.copyOf(command);
    this.readyMark = readyMark;
    this.log = new ServerLog(folder.directory("logs").resolve(name + ".log"));
    this.pidFile = folder.directory("pids").resolve(name + ".pid");
  }

  ChildServer readingFrom(Path input) {
    this.input = input;
    return this;
  }

  /** Sets how long a stop may take before the process is killed. */
  ChildServer stoppingIn(Duration limit) {
    this.grace = limit;
    return this;
  }

  ServerLog log() {
    return log;
  }

  /** Starts the process and waits for its ready mark. */
  ChildServer start() {
    launch();
    awaitReady();
    return this;
  }

  /** Runs the work and reports progress while it takes long. */
  void during(String what, Runnable work) {
    Object unused =
        folder.during(
            name + ": " + what,
            () -> {
              work.run();
              return this;
            });
  }

  void launch() {
    Process running = process;
    if (running != null && running.isAlive()) {
      throw new IllegalStateException("%s runs already, pid %d".formatted(name, running.pid()));
    }
    folder.launch(this);
  }

  void awaitReady() {
    Process started = process();
    boolean ready =
        folder.during(
            name + ": waiting until it is ready",
            () -> Poll.until(() -> log.contains(readyMark) || !started.isAlive(), READY));
    if (!started.isAlive()) throw ended(started);
    if (!ready) {
      kill();
      throw ServerNotReady.late(name, "did not print '" + readyMark + "'", READY, log);
    }
  }

  /** Runs a process that must end successfully. */
  void run() {
    launch();
    Process started = process();
    if (!folder.during(name + ": working", () -> waitFor(started, READY))) {
      kill();
      throw ServerNotReady.late(name, "did not end", READY, log);
    }
    forget();
    if (started.exitValue() != 0) throw ended(started);
  }

  /** Stops the server and lets it finish its work. The process is killed if that takes too long. */
  void stop() {
    Process running = process;
    if (running == null) return;
    running.destroy();
    if (waitFor(running, grace)) forget();
    else kill();
  }

  /** Ends the process at once, as kill -9 does. */
  void kill() {
    Process running = process;
    if (running == null) return;
    running.destroyForcibly();
    if (!waitFor(running, KILL)) {
      throw new IllegalStateException("%s (pid %d) survived kill".formatted(name, running.pid()));
    }
    forget();
  }

  /** Sends a signal by its name. The shell has kill even if the machine has no such program. */
  void signal(String name) {
    String command = "kill -%s %d".formatted(name, process().pid());
    try {
      Process sent = new ProcessBuilder("/bin/sh", "-c", command).inheritIO().start();
      if (!waitFor(sent, KILL) || sent.exitValue() != 0) {
        throw new IllegalStateException("failed: " + command);
      }
      if (name.equals("STOP") && !Poll.until(this::isStopped, KILL)) {
        throw new IllegalStateException("still running after: " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot " + command, e);
    }
  }

  // The signal stops a process when one of its threads handles it. On a busy machine that can take
  // a while, and the other threads continue. Without /proc this cannot be checked.
  private boolean isStopped() {
    try (Stream<Path> threads = Files.list(Path.of("/proc/%d/task".formatted(process().pid())))) {
      return threads.allMatch(ChildServer::isStopped);
    } catch (NoSuchFileException noProc) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot see the threads of " + name, e);
    }
  }

  private static boolean isStopped(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      return stat.substring(stat.lastIndexOf(')')).startsWith(") T");
    } catch (IOException ended) {
      return true;
    }
  }

  /** Starts the process. The folder calls this, and launches nothing after it is closed. */
  void begin() throws IOException {
    log.rotate();
    ProcessBuilder builder = new ProcessBuilder(inOwnSession()).redirectErrorStream(true);
    builder.redirectOutput(log.file().toFile()).directory(folder.path().toFile());
    if (input != null) builder.redirectInput(input.toFile());
    Process started = builder.start();
    process = started;
    Files.writeString(pidFile, Long.toString(started.pid()));
  }

  /**
   * Returns the command in a session of its own. Otherwise Ctrl-C in a terminal would end the
   * servers before the programs that use them.
   */
  private List<String> inOwnSession() {
    if (!Files.isExecutable(SETSID)) return command;
    List<String> inSession = new ArrayList<>(command);
    inSession.add(0, SETSID.toString());
    return inSession;
  }

  private Process process() {
    Process current = process;
    if (current == null) throw new IllegalStateException(name + " was not started");
    return current;
  }

  private ServerNotReady ended(Process gone) {
    forget();
    return ServerNotReady.ended(name, gone.exitValue(), log);
  }

  private void forget() {
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + pidFile, e);
    }
  }

  private static boolean waitFor(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while pid " + process.pid() + " ended", e);
    }
  }
}
