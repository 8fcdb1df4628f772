package com.yuge.payment.app.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;

/**
 * One connection that is kept open, with as little work of its own as can be: caller and service
 * share the processors.
 */
final class RawHttp implements AutoCloseable {
  private final int port;
  private Socket socket;
  private InputStream in;

  RawHttp(int port) {
    this.port = port;
    this.socket = connect();
    this.in = answers();
  }

  private Socket connect() {
    try {
      Socket connected = new Socket(InetAddress.getLoopbackAddress(), port);
      connected.setTcpNoDelay(true);
      return connected;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream answers() {
    try {
      return new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String get(String path) {
    return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  String post(String path, String json, Map<String, String> headers) {
    StringBuilder request = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    request.append("Content-Type: application/json\r\n");
    request.append("Content-Length: ").append(json.getBytes(UTF_8).length).append("\r\n");
    headers.forEach(
        (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
    return send(request.append("\r\n").append(json).toString());
  }

  /** The body of an answer that must be a success. */
  private String send(String request) {
    try {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      String head = head();
      if (!head.startsWith("http/1.1 200")) {
        throw new IllegalStateException(head);
      }
      String body = head.contains("transfer-encoding: chunked") ? chunks() : body(length(head));
      if (head.contains("connection: close")) {
        close();
        socket = connect();
        in = answers();
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append(line.toLowerCase(Locale.ROOT)).append('\n');
    }
    return head.toString();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("hung up");
      }
      line.write(next);
    }
    return line.toString(US_ASCII).strip();
  }

  private static int length(String head) {
    String name = "content-length: ";
    int begin = head.indexOf(name) + name.length();
    return Integer.parseInt(head.substring(begin, head.indexOf('\n', begin)));
  }

  private String body(int length) throws IOException {
    return new String(in.readNBytes(length), UTF_8);
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = Integer.parseInt(line(), 16); ; size = Integer.parseInt(line(), 16)) {
      body.append(body(size));
      String end = line();
      if (size == 0 || !end.isEmpty()) {
        return body.toString();
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
