package com.yuge.payment.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/**
 * Finds ports below the range for outgoing connections, so that a stopped server finds its own port
 * still free.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int CHOICES = 200;
  private static final int STARTS = 4;
  private static final int APART = 4;

  private FreePorts() {}

  /**
   * Starts a server on a free port. If another process binds the port first, the start is repeated
   * on another port, up to four times in all.
   */
  static <T> T start(IntFunction<T> start) {
    for (int attempt = 1; ; attempt++) {
      try {
        return start.apply(choose());
      } catch (ServerNotReady e) {
        if (!e.ended() || attempt == STARTS) throw e;
      }
    }
  }

  /** Starts a server on the known port if it is free, else on another one. */
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

  /** Returns a free port. The two ports below and the one above, for a broker, are free too. */
  public static int choose() {
    for (int choice = 0; choice < CHOICES; choice++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port) && isFree(port - 1) && isFree(port - 2) && isFree(port + 1)) return port;
    }
    throw new IllegalStateException(
        "no free port between %d and %d in %d choices".formatted(FIRST, LAST, CHOICES));
  }

  /** Returns ports like {@link #choose}, for servers that must know each other's before a start. */
  static List<Integer> chooseSeveral(int count) {
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < count) {
      int port = choose();
      if (chosen.stream().noneMatch(other -> Math.abs(other - port) <= APART)) chosen.add(port);
    }
    return chosen;
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
