package com.yuge.payment.app.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Commands of the machine. */
final class Signals {
  private static final long PATIENCE_SECONDS = 30;

  private Signals() {}

  /** Sends STOP or CONT. */
  static void send(String signal, ProcessHandle process) {
    String command = "kill -%s %d".formatted(signal, process.pid());
    if (run("/bin/sh", "-c", command) != 0 && process.isAlive()) {
      throw new IllegalStateException("failed: " + command);
    }
  }

  /** Returns the exit code. */
  static int run(String... command) {
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("did not end: " + String.join(" ", command));
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command[0], e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
