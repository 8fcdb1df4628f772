package com.yuge.payment.devstack;

import java.io.Serial;
import java.time.Duration;

/** A server did not come up; says which, how long was waited, and what it logged last. */
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

  /** True when the process is gone, which is what a port lost to somebody else looks like. */
  boolean ended() {
    return ended;
  }
}
