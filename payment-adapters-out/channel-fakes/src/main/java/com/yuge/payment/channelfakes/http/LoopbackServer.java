package com.yuge.payment.channelfakes.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** The JDK's HTTP server on loopback, with threads of its own. */
public final class LoopbackServer implements AutoCloseable {
  private static final int THREADS = 16;
  private static final int BACKLOG = 256;

  private final DaemonThreads threads;
  private final HttpServer server;

  /** Binds the port, or a free one for 0. */
  public LoopbackServer(String name, int port) {
    this.threads = new DaemonThreads(name, THREADS);
    this.server = bind(port);
    server.setExecutor(threads);
  }

  private static HttpServer bind(int port) {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      return HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve on port " + port, e);
    }
  }

  /**
   * Tunes the JDK's server for a process of its own; to be called before the first server starts.
   * Otherwise the server delays small answers and sets no time limit on requests.
   */
  public static void tuneProcess() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("jdk.httpserver.maxConnections", "2000");
  }

  /** Serves everything below this path. */
  public void serve(String path, Endpoint endpoint, AnswerWriter answerWriter) {
    var unused = server.createContext(path, new HttpEdge(endpoint, answerWriter));
  }

  /** Starts to answer. */
  public void start() {
    server.start();
  }

  /** Returns the server's address. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
