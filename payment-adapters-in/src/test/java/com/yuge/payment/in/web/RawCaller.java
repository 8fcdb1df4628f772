package com.yuge.payment.in.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which anything may be said, at any pace. */
final class RawCaller implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PAUSE_MILLIS = 20;
  private static final int CLOSED = -1;

  private final Socket socket;
  private final StringBuilder heard = new StringBuilder();

  RawCaller(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
  }

  RawCaller say(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** What came until a text has come so often, or nothing comes any more. */
  String hear(String text, int times) throws IOException {
    socket.setSoTimeout((int) PATIENCE.toMillis());
    while (heard.toString().split(text, -1).length <= times && listen() != CLOSED) {
      // One character a time, so that nothing behind it is waited for.
    }
    return heard.toString();
  }

  /** Says it again and again, and tells what came until the other side hung up. */
  String repeatUntilCutOff(String text) throws IOException {
    socket.setSoTimeout(PAUSE_MILLIS);
    long begin = System.nanoTime();
    while (!isCutOff(text)) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new AssertionError("still connected after " + PATIENCE + ", heard: " + heard);
      }
    }
    return heard.toString();
  }

  private boolean isCutOff(String text) throws IOException {
    try {
      say(text);
      while (listen() != CLOSED) {
        // An answer may come long before the end.
      }
      return true;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (SocketException hungUp) {
      return true;
    }
  }

  private int listen() throws IOException {
    int character = socket.getInputStream().read();
    if (character != CLOSED) {
      heard.append((char) character);
    }
    return character;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
