package com.yuge.payment.app.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/** The clock of one process, by libfaketime; without that library it is the machine's. */
final class SteppedClock {
  private static final Path LIBRARY =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

  /** How long a step may take until the process sees it: it looks once in a second. */
  static final Duration SEEN_WITHIN = Duration.ofMillis(1100);

  private final Path file;

  SteppedClock(Path file) {
    this.file = file.toAbsolutePath();
    set(Duration.ZERO);
  }

  static boolean isThere() {
    return Files.exists(LIBRARY);
  }

  /** Of a process with this clock. */
  Map<String, String> environment() {
    return isThere()
        ? Map.of(
            "LD_PRELOAD", LIBRARY.toString(),
            "FAKETIME_TIMESTAMP_FILE", file.toString(),
            "FAKETIME_CACHE_DURATION", "1",
            "FAKETIME_DONT_FAKE_MONOTONIC", "1",
            "DONT_FAKE_MONOTONIC", "1",
            "NO_FAKE_STAT", "1",
            // Otherwise each wait with a limit ends at once, and the JVM does nothing but wait.
            "FAKETIME_FORCE_MONOTONIC_FIX", "0")
        : Map.of();
  }

  /** The process's clock differs from the machine's by so much from now on. */
  void set(Duration offset) {
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, "%+.3f%n".formatted(offset.toMillis() / 1e3));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot set " + file, e);
    }
  }
}
