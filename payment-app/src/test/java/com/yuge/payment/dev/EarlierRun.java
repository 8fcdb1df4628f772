package com.yuge.payment.dev;

import com.yuge.payment.app.settings.StartupException;
import com.yuge.payment.devstack.StackFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A run that still has our folder: one that is ending is waited for, another one is told of. */
final class EarlierRun {
  private static final Duration ENDING = Duration.ofSeconds(30);

  private EarlierRun() {}

  /** Throws {@link StartupException} that names the process when it has the folder for longer. */
  static void awaitEnd(Path folder, Consumer<String> progress) {
    StackFolder.holder(folder).ifPresent(earlier -> awaitEnd(earlier, folder, progress));
  }

  private static void awaitEnd(ProcessHandle earlier, Path folder, Consumer<String> progress) {
    if (lostItsMaven(earlier)) {
      progress.accept("waiting for the end of an earlier run, pid " + earlier.pid());
      if (endsSoon(earlier)) {
        return;
      }
    }
    throw new StartupException(
        "Process %d runs the service in %s already. Nothing was started."
            .formatted(earlier.pid(), folder),
        "Stop that process (kill %d), or run from a copy of the sources.".formatted(earlier.pid()));
  }

  /** Then it is stopping by itself. */
  private static boolean lostItsMaven(ProcessHandle run) {
    return run.parent().filter(PaymentDevApplication::isMaven).isEmpty();
  }

  private static boolean endsSoon(ProcessHandle run) {
    try {
      Object unused = run.onExit().get(ENDING.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stillRunning) {
      return false;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("gave up waiting for pid " + run.pid(), e);
    }
  }
}
