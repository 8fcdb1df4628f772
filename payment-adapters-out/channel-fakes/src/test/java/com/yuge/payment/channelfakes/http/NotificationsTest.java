package com.yuge.payment.channelfakes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.yuge.payment.channelfakes.http.Notifications.Pending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationsTest {
  private static final Logger LOG = Logger.getLogger(DaemonThreads.class.getName());

  private final Notifications notifications =
      new Notifications("test-notifications", RetrySchedule.ofWechatPay(1));
  private final Logged logged = new Logged();
  private final Unanswered pending = new Unanswered();

  @BeforeEach
  void listen() {
    LOG.addHandler(logged);
  }

  @AfterEach
  void close() {
    notifications.close();
    LOG.removeHandler(logged);
  }

  @Test
  void aCloseDuringATryLogsNoFailure() {
    notifications.begin(pending);
    await(pending.begun);

    notifications.close();

    await(pending.ended);
    Awaitility.await()
        .during(Duration.ofMillis(200))
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(logged.messages).isEmpty());
  }

  @Test
  void whatComesAfterTheCloseIsDropped() {
    notifications.close();

    assertThatCode(() -> notifications.begin(pending)).doesNotThrowAnyException();
    assertThatCode(() -> notifications.resume(pending, 1)).doesNotThrowAnyException();
    assertThatCode(() -> notifications.release(false)).doesNotThrowAnyException();
    assertThat(pending.begun.getCount()).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    Awaitility.await().until(() -> latch.getCount() == 0);
  }

  /** A notification that waits for its acknowledgement until the fake closes. */
  private static final class Unanswered implements Pending {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public boolean isHeld() {
      return false;
    }

    @Override
    public OptionalInt send() {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        ended.countDown();
      }
      return OptionalInt.of(1);
    }
  }

  private static final class Logged extends Handler {
    final List<String> messages = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      synchronized (messages) {
        messages.add(line.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
