package com.yuge.payment.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/**
 * Ports below those that systems hand to outgoing connections, so that a stopped server finds its
 * own port free again.
 */
final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int CHOICES = 200;
  private static final int STARTS = 4;

  private FreePorts() {}

  /** Starts on a free port; once more with another when somebody was quicker to bind it. */
  static <T> T start(IntFunction<T> start) {
    for (int attempt = 1; ; attempt++) {
      try {
        return start.apply(choose());
      } catch (ServerNotReady e) {
        if (!e.ended() || attempt == STARTS) throw e;
      }
    }
  }

  /** The same, rather on a port that was given out before. */
  static <T> T startRatherOn(int known, IntFunction<T> start) {
    if (isFree(known)) {
      try {
        return start.apply(known);
      } catch (ServerNotReady e) {
        if (!e.ended()) throw e;
      }
    }
    return start(start);
  }

  /** A port free together with the two below and the one above, which a broker binds as well. */
  static int choose() {
    for (int choice = 0; choice < CHOICES; choice++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port) && isFree(port - 1) && isFree(port - 2) && isFree(port + 1)) return port;
    }
    throw new IllegalStateException(
        "no free port between %d and %d in %d choices".formatted(FIRST, LAST, CHOICES));
  }

  private static boolean isFree(int port) {
    return canBind(new InetSocketAddress(port))
        && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
