package com.yuge.payment.app.hostile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection to one port, kept as long as both sides leave it open. */
final class Wire implements AutoCloseable {
  /** Long: that an answer is slow is told by a clock, that none comes by this. */
  private static final int PATIENCE_MILLIS = 20_000;

  private final int port;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  Wire(int port) {
    this.port = port;
  }

  /** All answers to it; without one where the connection was closed instead. */
  List<HttpAnswer> exchange(HostileRequest request) throws IOException {
    return request.breaksHttp() ? sayAll(request.bytes()) : ask(request.bytes(), request.methods());
  }

  /** On a connection of its own, to its end: nobody can say which bytes are a request. */
  private List<HttpAnswer> sayAll(byte[] bytes) throws IOException {
    close();
    Socket own = open();
    try {
      write(own, bytes);
      own.shutdownOutput();
    } catch (SocketException alreadyClosed) {
      // What it had to say before is still to be read.
    }
    try {
      return readToTheEnd();
    } finally {
      close();
    }
  }

  /** One answer for each request, unless one of them ends the connection. */
  List<HttpAnswer> ask(byte[] bytes, List<String> methods) throws IOException {
    Socket own = socket == null ? open() : socket;
    write(own, bytes);
    List<HttpAnswer> answers = new ArrayList<>();
    for (String method : methods) {
      HttpAnswer answer = next(method);
      if (answer != null) {
        answers.add(answer);
      }
      if (answer == null || answer.closes()) {
        close();
        break;
      }
    }
    return answers;
  }

  private List<HttpAnswer> readToTheEnd() throws IOException {
    List<HttpAnswer> answers = new ArrayList<>();
    for (HttpAnswer answer = next("GET"); answer != null; answer = next("GET")) {
      answers.add(answer);
    }
    return answers;
  }

  private @Nullable HttpAnswer next(String method) throws IOException {
    try {
      return in == null ? null : HttpAnswer.read(in, method);
    } catch (SocketException reset) {
      // Closed while we were still sending.
      return null;
    }
  }

  private static void write(Socket own, byte[] bytes) throws IOException {
    try {
      own.getOutputStream().write(bytes);
    } catch (SocketException refused) {
      // It has closed before it had read all: what it answered is still to be read.
    }
  }

  private Socket open() throws IOException {
    Socket own = new Socket(InetAddress.getLoopbackAddress(), port);
    own.setTcpNoDelay(true);
    own.setSoTimeout(PATIENCE_MILLIS);
    socket = own;
    in = new BufferedInputStream(own.getInputStream());
    return own;
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
    }
    socket = null;
    in = null;
  }
}
