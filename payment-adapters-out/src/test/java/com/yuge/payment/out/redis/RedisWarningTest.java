package com.yuge.payment.out.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.yuge.payment.domain.order.PayStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** An operator hears of it, and can count; a Redis that does not finish an answer is away too. */
class RedisWarningTest {
  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(RedisOutage.class);

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    LOGGER.addAppender(logged);
  }

  @AfterEach
  void listenNoMore() {
    LOGGER.detachAppender(logged);
  }

  @Test
  void thereIsOneWarningAMinuteAndEachFailureIsCounted() throws Exception {
    try (PaymentsOnRedis payments = new PaymentsOnRedis(nobody())) {
      for (int pause = 0; pause < 150; pause++) {
        assertThat(payments.isUsed()).isFalse();
        payments.passes(TestRedis.AFTER_PAUSE);
      }
      assertThat(payments.failures()).isEqualTo(150);
    }
    assertThat(logged.list).hasSize(3).extracting(ILoggingEvent::getLevel).containsOnly(Level.WARN);
  }

  @Test
  @Timeout(60)
  void anAnswerThatStopsHalfwayIsNotWaitedFor() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (ServerSocket stopping = loopback();
        PaymentsOnRedis payments = new PaymentsOnRedis(at(stopping))) {
      Future<Socket> client = threads.submit(() -> answerHalf(stopping.accept()));

      payments.assertRight();

      assertThat(payments.statusOf(payments.given(PayStatus.FAILED))).isEqualTo(PayStatus.FAILED);
      assertThat(payments.failures()).isEqualTo(1);
      client.get().close();
    } finally {
      threads.shutdownNow();
    }
  }

  private static Socket answerHalf(Socket client) throws IOException {
    client.getOutputStream().write("+O".getBytes(StandardCharsets.US_ASCII));
    return client;
  }

  private static ServerSocket loopback() throws IOException {
    return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  private static RedisProperties nobody() throws IOException {
    try (ServerSocket server = loopback()) {
      return at(server);
    }
  }

  private static RedisProperties at(ServerSocket server) {
    URI uri = URI.create("redis://127.0.0.1:" + server.getLocalPort());
    return TestRedis.properties(uri, Duration.ofMillis(50));
  }
}
