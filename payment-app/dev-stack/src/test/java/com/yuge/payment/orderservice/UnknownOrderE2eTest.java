package com.yuge.payment.orderservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.consumer.PaymentEventsProperties;
import com.yuge.payment.consumer.PaymentEventsProperties.Client;
import com.yuge.payment.consumer.PaymentEventsProperties.Retry;
import com.yuge.payment.consumer.PaymentEventsProperties.Security;
import java.math.BigDecimal;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.rocketmq.client.exception.MQClientException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event whose order is not there, on a real broker: it waits, then a person is told. */
class UnknownOrderE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PAID = "PAYMENT_SUCCEEDED";
  private static final int FOREVER = 1_000_000;

  private static final DataSource DATABASE = TestServers.createDatabase("order_service_unknown");

  private final FlakyDatabase database = new FlakyDatabase(DATABASE);
  private final Orders orders = new Orders(database);
  private final Orders shop = new Orders(DATABASE);
  private final OrderRows rows = new OrderRows(DATABASE);
  private final EventTopic topic = new EventTopic(TestServers.broker());
  private final Events.Body event = Events.of(Events.orderNo(), "5.00");

  UnknownOrderE2eTest() throws MQClientException {}

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void anEarlyEventIsConsumedOnceItsOrderIsThere() throws Exception {
    topic.publish(event, PAID);
    try (TestConsumer consumer = consumer(FOREVER)) {
      consumer.start();
      awaitAttempts(3);

      reserve(event);

      awaitStatus(event, "PAID");
    }
    assertThat(rows.consumed(event.orderNo())).containsExactly(PAID);
    assertThat(rows.alerts(event.orderNo())).isEmpty();
  }

  @Test
  void anEventWithoutAnOrderIsDeadLetteredAndTheNextIsConsumed() throws Exception {
    Events.Body next = Events.of(Events.orderNo(), "5.00");
    reserve(next);
    topic.publish(event, PAID);
    topic.publish(next, PAID);
    try (TestConsumer consumer = consumer(3)) {
      consumer.start();

      awaitStatus(next, "PAID");
      assertThat(rows.alerts(event.orderNo())).containsExactly("UNKNOWN_ORDER");
      assertThat(rows.consumed(event.orderNo())).isEmpty();
      await()
          .atMost(SOON)
          .ignoreException(MQClientException.class)
          .untilAsserted(() -> assertThat(topic.deadLetters(event)).containsExactly(event.json()));

      // An operator makes the order, and has the payment service publish the event again.
      reserve(event);
      topic.publish(event, PAID);
      awaitStatus(event, "PAID");
    }
    assertThat(rows.consumed(event.orderNo())).containsExactly(PAID);
    assertThat(rows.alerts(event.orderNo())).containsExactly("UNKNOWN_ORDER");
  }

  @Test
  void aStatementIsConsumedAndLeftToFinance() throws Exception {
    Events.Body statement = Events.statement();
    reserve(event);
    topic.publish(statement, "STATEMENT_MATCHED");
    topic.publish(event, PAID);
    try (TestConsumer consumer = consumer(1)) {
      consumer.start();

      awaitStatus(event, "PAID");
    }
    assertThat(rows.consumed(statement.orderNo())).containsExactly("STATEMENT_MATCHED");
    assertThat(rows.alerts(statement.orderNo())).isEmpty();
  }

  @Test
  void anOutageOfTheDatabaseMakesNoDeadLetters() throws Exception {
    reserve(event);
    topic.publish(event, PAID);
    database.setAway(true);
    try (TestConsumer consumer = consumer(2)) {
      consumer.start();
      awaitAttempts(5);

      database.setAway(false);

      awaitStatus(event, "PAID");
    }
    assertThat(rows.alerts(event.orderNo())).isEmpty();
  }

  private TestConsumer consumer(int attempts) {
    PaymentEventsProperties settings =
        new PaymentEventsProperties(
            TestServers.broker().nameServerAddress(),
            topic.name(),
            topic.name(),
            true,
            new Retry(attempts, Duration.ofMillis(20)),
            Client.USUAL,
            Security.NONE);
    return new TestConsumer(orders.consumer(settings));
  }

  private void awaitAttempts(int attempts) {
    int before = database.timesAsked();
    await().atMost(SOON).until(() -> database.timesAsked() >= before + attempts);
  }

  private void reserve(Events.Body about) {
    shop.reserve(about.orderNo(), new BigDecimal("5.00"));
  }

  private void awaitStatus(Events.Body about, String status) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(shop.status(about.orderNo())).contains(status));
  }
}
