package com.yuge.payment.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.Exchange.Request;
import com.yuge.payment.in.contract.Exchange.Response;
import com.yuge.payment.in.contract.OpenApiContract;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is slow holds a connection and perhaps a thread, on either port, and not for long. */
@Timeout(60)
class SlowCallersE2eTest {
  private static final int LENGTH = 60_000;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int PACE_MILLIS = 100;

  private final HostileService service = OpenService.ONE;

  @Test
  void whoStopsOrTricklesIsCutOff() throws Exception {
    List<Socket> halfHeads = List.of(connect(service.port()), connect(service.managementPort()));
    for (Socket socket : halfHeads) {
      socket.getOutputStream().write(Bytes.of("GET / HTTP/1.1\r\nHost"));
    }
    List<Socket> halfBodies = begin(readers());
    List<Socket> trickling = begin(readers());

    trickle(trickling);

    for (int i = 0; i < trickling.size(); i++) {
      assertIsTold(readers().get(i), trickling.get(i));
      assertIsTold(readers().get(i), halfBodies.get(i));
    }
    for (Socket socket : halfHeads) {
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
      socket.close();
    }
  }

  private static List<Endpoint> readers() {
    return Endpoint.all(Endpoint.NOBODYS).stream()
        .filter(
            endpoint ->
                List.of("create", "callback-md5", "POST operators/outbox/pause")
                    .contains(endpoint.name()))
        .toList();
  }

  private List<Socket> begin(List<Endpoint> endpoints) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      sockets.add(begin(endpoint));
    }
    return sockets;
  }

  private Socket begin(Endpoint endpoint) throws IOException {
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

  /** A byte to each now and then, until all have an answer; each byte comes in time. */
  private static void trickle(List<Socket> sockets) throws InterruptedException {
    List<Socket> waiting = new ArrayList<>(sockets);
    while (!waiting.isEmpty()) {
      Thread.sleep(PACE_MILLIS);
      waiting.removeIf(SlowCallersE2eTest::isAnswered);
    }
  }

  private static boolean isAnswered(Socket socket) {
    try {
      boolean answered = socket.getInputStream().available() > 0;
      if (!answered) {
        socket.getOutputStream().write(' ');
      }
      return answered;
    } catch (IOException hungUp) {
      // Whether it was told why is looked at next.
      return true;
    }
  }

  private static void assertIsTold(Endpoint endpoint, Socket socket) throws IOException {
    BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
    HttpAnswer answer = Objects.requireNonNull(HttpAnswer.read(in, "POST"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(408);
    assertThat(answer.code()).isEqualTo("A0408");
    OpenApiContract.check(
        new Exchange(
            new Request(endpoint.operators(), endpoint.method(), endpoint.path(), Map.of(), ""),
            new Response(answer.status(), answer.headers(), answer.text())));
    assertThat(isClosed(in)).isTrue();
    socket.close();
  }

  private static boolean isClosed(InputStream in) throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException withBytesOnTheirWay) {
      return true;
    }
  }
}
