package com.yuge.payment.app.torture;

import com.yuge.payment.app.torture.TcpProxy.State;
import com.yuge.payment.app.torture.Wound.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** The networks between the parts of the stack, by what they connect. */
final class Network implements AutoCloseable {
  private static final int LEAST_DELAY_MILLIS = 20;

  private final Map<String, TcpProxy> links = new TreeMap<>();

  /** Makes a network to this port; returns the port where it begins. */
  int to(int port, String name) {
    return link(name, TcpProxy.listen("127.0.0.1", 0, port));
  }

  /** Makes one that begins at the same port of another address. */
  void toSamePort(int port, String address, String name) {
    int unused = link(name, TcpProxy.listen(address, port, port));
  }

  private int link(String name, TcpProxy link) {
    links.put(name, link);
    return link.port();
  }

  void addWounds(List<Wound> wounds) {
    links.forEach(
        (name, link) -> {
          Semaphore free = new Semaphore(1);
          Stream.of(Kind.values())
              .filter(kind -> kind.ofNetwork)
              .map(kind -> wound(kind, name, link, free))
              .forEach(wounds::add);
        });
  }

  private static Wound wound(Kind kind, String name, TcpProxy link, Semaphore free) {
    State state = State.valueOf(kind.name());
    return new Wound(
        kind,
        name,
        free,
        number -> link.become(state, LEAST_DELAY_MILLIS + number / 2),
        link::heal);
  }

  @Override
  public void close() {
    try {
      for (TcpProxy link : links.values()) {
        link.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a proxy does not close", e);
    }
  }
}
