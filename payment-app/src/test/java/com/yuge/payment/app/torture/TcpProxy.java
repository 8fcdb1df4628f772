package com.yuge.payment.app.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A network between a client and a server on loopback, which can be slow or cut. */
final class TcpProxy implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2000;

  /** How the network is. */
  enum State {
    FINE,
    /** Everything takes longer. */
    SLOW,
    /** The client hears of nothing, and the server hears nothing; connections break afterwards. */
    REQUESTS_LOST,
    /** The server does what it was asked; the client does not hear of it. */
    ANSWERS_LOST,
    /** Nothing passes; what was sent comes afterwards. */
    STALLED,
    /** Connections break at once, those that are there and new ones. */
    RESET
  }

  private final ServerSocket listener;
  private final int serverPort;
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "proxy");
            thread.setDaemon(true);
            return thread;
          });
  private volatile State state = State.FINE;
  private volatile long delayMillis;

  private TcpProxy(ServerSocket listener, int serverPort) {
    this.listener = listener;
    this.serverPort = serverPort;
    threads.execute(this::accept);
  }

  /**
   * Listens at this address and connects each client with the server on 127.0.0.1.
   *
   * @param port 0 for a free one
   */
  static TcpProxy listen(String address, int port, int serverPort) {
    try {
      ServerSocket listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      return new TcpProxy(listener, serverPort);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + address + ":" + port, e);
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  State state() {
    return state;
  }

  long delayMillis() {
    return delayMillis;
  }

  /**
   * @param delay in milliseconds, of each piece of data while the network is slow
   */
  void become(State next, long delay) {
    delayMillis = delay;
    state = next;
    if (next == State.RESET) {
      connections.forEach(ProxiedConnection::reset);
    }
  }

  /** No stream has a hole: connections that lost something break. */
  void heal() {
    state = State.FINE;
    connections.stream().filter(ProxiedConnection::hasLost).forEach(ProxiedConnection::reset);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        threads.execute(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    Socket server = new Socket();
    ProxiedConnection connection = new ProxiedConnection(this, client, server);
    connections.add(connection);
    try {
      server.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort), CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      threads.execute(() -> connection.carry(server, client, State.ANSWERS_LOST));
      connection.carry(client, server, State.REQUESTS_LOST);
    } catch (IOException noServer) {
      connection.reset();
    } finally {
      connections.remove(connection);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    connections.forEach(ProxiedConnection::reset);
    threads.shutdownNow();
  }
}
