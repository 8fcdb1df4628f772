package com.yuge.payment.out.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Speaks as much of Redis' protocol as a client asks of a Sentinel, and names any master. */
final class FakeSentinel implements AutoCloseable {
  private final ServerSocket server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile @Nullable Integer master;

  /**
   * @param master port of the master on loopback; null for a master that it does not know
   */
  FakeSentinel(@Nullable Integer master) throws IOException {
    this.master = master;
    this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "fake-sentinel");
    thread.setDaemon(true);
    thread.start();
  }

  String node() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  void names(int port) {
    master = port;
  }

  /** How often it was asked for the master. */
  int asked() {
    return asked.get();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        answer(client);
      } catch (IOException ended) {
        // The client has gone, or this was closed.
      }
    }
  }

  // A command is an array: its size, and for each word its length and the word.
  private void answer(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int words = Integer.parseInt(line.substring(1));
      String first = "";
      for (int word = 0; word < words; word++) {
        String unused = in.readLine();
        String text = in.readLine();
        first = word == 0 ? text : first;
      }
      client.getOutputStream().write(answer(first).getBytes(US_ASCII));
    }
  }

  private String answer(String command) {
    if (!command.equals("SENTINEL")) {
      return "+OK\r\n";
    }
    int unused = asked.incrementAndGet();
    Integer port = master;
    if (port == null) {
      return "*-1\r\n";
    }
    String text = port.toString();
    return "*2\r\n$9\r\n127.0.0.1\r\n$%d\r\n%s\r\n".formatted(text.length(), text);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
