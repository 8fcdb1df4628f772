package com.yuge.payment.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who sends a body slowly holds a thread, and is hung up on. */
class SlowBodyE2eTest {
  private static final int LENGTH = 60_000;
  private static final int PATIENCE_MILLIS = 20_000;

  private static HostileService service;

  @BeforeAll
  static void start() {
    service =
        new HostileService(
            "payment_hostile_slow",
            List.of("--server.tomcat.connection-timeout=1s", "--payment.http.body-timeout=1500ms"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aBodyThatStopsIsCutOff() throws Exception {
    for (Endpoint endpoint : readers()) {
      try (Socket socket = begin(endpoint)) {
        assertIsCutOff(socket);
      }
    }
  }

  @Test
  void aBodyThatTricklesIsCutOff() throws Exception {
    for (Endpoint endpoint : readers()) {
      try (Socket socket = begin(endpoint)) {
        trickle(socket);
        assertIsCutOff(socket);
      }
    }
  }

  @Test
  void aHeadThatStopsIsCutOff() throws Exception {
    for (int port : new int[] {service.port(), service.managementPort()}) {
      try (Socket socket = connect(port)) {
        socket.getOutputStream().write(Bytes.of("GET / HTTP/1.1\r\nHost"));
        assertThat(socket.getInputStream().readAllBytes()).isEmpty();
      }
    }
  }

  private static List<Endpoint> readers() {
    return Endpoint.all(Endpoint.NOBODYS).stream()
        .filter(
            endpoint ->
                List.of("create", "callback-md5", "operators/outbox/pause")
                    .contains(endpoint.name()))
        .toList();
  }

  private static Socket begin(Endpoint endpoint) throws IOException {
    Socket socket = connect(endpoint.operators() ? service.managementPort() : service.port());
    List<String> lines = List.of(Bytes.JSON, "Content-Length: " + LENGTH);
    socket
        .getOutputStream()
        .write(Bytes.unframed(endpoint.method(), endpoint.path(), lines, Bytes.of("{")));
    return socket;
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** A byte now and then, until nobody listens; each comes in time. */
  private static void trickle(Socket socket) throws Exception {
    try {
      for (int sent = 1; sent < LENGTH && socket.getInputStream().available() == 0; sent++) {
        socket.getOutputStream().write(' ');
        Thread.sleep(100);
      }
    } catch (SocketException hungUp) {
      // What was meant to happen; whether it was told why is looked at next.
    }
  }

  private static void assertIsCutOff(Socket socket) throws IOException {
    BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
    HttpAnswer answer = Objects.requireNonNull(HttpAnswer.read(in, "POST"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(408);
    assertThat(Judge.code(answer)).isEqualTo("A0408");
    assertThat(in.read()).isNegative();
  }
}
