package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.security.SecurityConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Who could connect to a service that stops gets an answer, whenever he connected. */
class DrainTest {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final Duration BETWEEN_CALLS = Duration.ofMillis(1);
  private static final byte[] REQUEST =
      "GET /nowhere HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ConfigurableApplicationContext service =
      new SpringApplicationBuilder(Service.class)
          .properties("server.port=0")
          .run("--payment.http.drain-time=300ms");
  private final InetSocketAddress address =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
  private final AtomicInteger refused = new AtomicInteger();
  private final Queue<String> answers = new ConcurrentLinkedQueue<>();

  @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
  @Import(SecurityConfiguration.class)
  static class Service {}

  @RepeatedTest(5)
  void allWhoConnectAreAnswered() throws InterruptedException {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    ExecutorService callers = Executors.newFixedThreadPool(16);
    long nanos = BETWEEN_CALLS.toNanos();
    try {
      var unused =
          clock.scheduleAtFixedRate(
              () -> callers.execute(this::call), 0, nanos, TimeUnit.NANOSECONDS);

      service.close();
    } finally {
      clock.shutdownNow();
      callers.shutdown();
    }

    assertThat(callers.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    assertThat(refused.get()).as("refused after the drain").isPositive();
    assertThat(answers)
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 404"));
  }

  private int port() {
    return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private void call() {
    try (Socket socket = new Socket()) {
      if (connects(socket)) {
        answers.add(answerTo(socket));
      }
    } catch (IOException e) {
      answers.add(e.toString());
    }
  }

  private boolean connects(Socket socket) {
    try {
      socket.connect(address, PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      refused.incrementAndGet();
      return false;
    }
  }

  private static String answerTo(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(REQUEST);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
