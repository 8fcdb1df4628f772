package com.yuge.payment.devstack;

import java.io.Serial;
import java.time.Duration;

/** A server did not become ready; the message has its name, the wait and the log's end. */
public final class ServerNotReady extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean ended;

  private ServerNotReady(String message, boolean ended) {
    super(message);
    this.ended = ended;
  }

  static ServerNotReady ended(String server, int exitCode, ServerLog log) {
    return new ServerNotReady(
        "%s ended with exit code %d before it was ready%s".formatted(server, exitCode, read(log)),
        true);
  }

  static ServerNotReady late(String server, String missing, Duration waited, ServerLog log) {
    return new ServerNotReady(
        "%s: %s within %d s%s".formatted(server, missing, waited.toSeconds(), read(log)), false);
  }

  private static String read(ServerLog log) {
    return "; see %s, which ends with:%n%s".formatted(log.file(), log.tail());
  }

  /**
   * Returns whether the process has ended. A server also ends when another process took its port.
   */
  boolean ended() {
    return ended;
  }
}
