package com.yuge.payment.orderservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.consumer.PaymentEventConsumer;
import com.yuge.payment.consumer.PaymentEventsProperties;
import com.yuge.payment.consumer.PaymentEventsProperties.Client;
import com.yuge.payment.consumer.PaymentEventsProperties.Retry;
import com.yuge.payment.consumer.PaymentEventsProperties.Security;
import java.math.BigDecimal;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A consumer that stops and starts again, as a context of Spring may, on a real broker. */
class ConsumerRestartE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final DataSource DATABASE = TestServers.createDatabase("order_service_restart");

  private final Orders orders = new Orders(DATABASE);

  @Test
  void whatComesWhileItIsStoppedIsConsumedAfterTheNextStart() throws Exception {
    try (EventTopic topic = new EventTopic(TestServers.broker());
        PaymentEventConsumer consumer = orders.consumer(settings(topic))) {
      consumer.start();
      consumer.start(); // A second start changes nothing.
      publishPayment(topic, "O-1");
      awaitPaid("O-1");

      consumer.stop();
      assertThat(consumer.isRunning()).isFalse();
      publishPayment(topic, "O-2");
      consumer.start();

      assertThat(consumer.isRunning()).isTrue();
      awaitPaid("O-2");
    }
    assertThat(orders.timesConsumed("O-1")).isOne();
  }

  private static PaymentEventsProperties settings(EventTopic topic) {
    return new PaymentEventsProperties(
        TestServers.broker().nameServerAddress(),
        topic.name(),
        topic.name(),
        true,
        Retry.USUAL,
        Client.USUAL,
        Security.NONE);
  }

  private void publishPayment(EventTopic topic, String orderNo) throws Exception {
    orders.reserve(orderNo, new BigDecimal("5.00"));
    topic.publish(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED");
  }

  private void awaitPaid(String orderNo) {
    await().atMost(SOON).untilAsserted(() -> assertThat(orders.status(orderNo)).contains("PAID"));
  }
}
