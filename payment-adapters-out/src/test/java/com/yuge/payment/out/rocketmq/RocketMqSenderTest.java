package com.yuge.payment.out.rocketmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.devstack.PromptStop;
import com.yuge.payment.devstack.RocketMqServers;
import com.yuge.payment.devstack.StackFolder;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sender on a real broker. */
class RocketMqSenderTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private static StackFolder folder;
  private static RocketMqServers servers;
  private static DefaultMQProducer producer;
  private static RocketMqSender sender;

  @BeforeAll
  static void start() throws MQClientException {
    folder = StackFolder.open(StackFolder.ofTests("rocketmq"), progress -> {});
    servers = RocketMqServers.start(folder);
    RocketMqProperties properties =
        new RocketMqProperties(
            servers.nameServerAddress(), RocketMqServers.TOPIC, true, null, null, null);
    producer = new RocketMqConfiguration().outboxProducer(properties, ClientTls.NONE);
    sender = new RocketMqSender(() -> producer, properties);
  }

  @AfterAll
  static void stop() {
    PromptStop.of(producer, producer::shutdown);
    folder.close();
  }

  @Test
  void aBatchArrivesInOrderInOneQueueWithAllThatConsumersNeed() throws MQClientException {
    String key = UUID.randomUUID().toString();
    List<PendingEvent> batch = List.of(event(key, 1), event(key, 2), event(key, 3));

    assertThat(sender.send(5, batch, TIMEOUT)).isInstanceOf(SendOutcome.Sent.class);

    List<MessageExt> arrived = arrived(key, 3);
    assertThat(arrived)
        .extracting(RocketMqSenderTest::body)
        .containsExactly("1 支付", "2 支付", "3 支付");
    assertThat(arrived).extracting(MessageExt::getQueueId).containsOnly(5);
    assertThat(arrived).extracting(MessageExt::getTags).containsOnly("PAYMENT_SUCCEEDED");
    MessageExt first = arrived.get(0);
    assertThat(first.getUserProperty("eventId")).isEqualTo(key + "-1");
    assertThat(first.getUserProperty("traceId")).isEqualTo("abc");
    assertThat(first.getUserProperty("traceparent")).isEqualTo("00-abc-def-01");
  }

  @Test
  void aBrokerThatIsAwayIsTroubleAndThenNot() throws MQClientException {
    String key = UUID.randomUUID().toString();
    List<PendingEvent> batch = List.of(event(key, 1));

    servers.stopBroker();
    SendOutcome away = sender.send(6, batch, TIMEOUT);
    servers.startBroker();

    assertThat(away).isInstanceOf(SendOutcome.Trouble.class);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> sender.send(6, batch, TIMEOUT) instanceof SendOutcome.Sent);
    assertThat(arrived(key, 1)).extracting(RocketMqSenderTest::body).containsOnly("1 支付");
  }

  /** The client refuses it by itself, wrapped in an exception without a code. */
  @Test
  void anEventOverTheLimitIsRefusedAndSoIsItsBatch() {
    PendingEvent large = event("large", 1, "x".repeat(producer.getMaxMessageSize() + 1));

    assertThat(sender.send(7, List.of(large), TIMEOUT)).isInstanceOf(SendOutcome.Refused.class);
    assertThat(sender.send(7, List.of(event("k", 1), large), TIMEOUT))
        .isInstanceOf(SendOutcome.Refused.class);
  }

  /** The client lets it pass, and the broker answers with the code. */
  @Test
  void anEventOverTheBrokersLimitIsRefused() throws MQClientException {
    RocketMqProperties properties =
        new RocketMqProperties(
            servers.nameServerAddress(), RocketMqServers.TOPIC, true, null, null, null);
    DefaultMQProducer generous =
        new RocketMqConfiguration().outboxProducer(properties, ClientTls.NONE);
    int limit = generous.getMaxMessageSize();
    generous.setMaxMessageSize(2 * limit);
    try {
      PendingEvent large = event("large", 1, incompressible(limit / 2 * 3));
      RocketMqSender generousSender = new RocketMqSender(() -> generous, properties);

      assertThat(generousSender.send(7, List.of(large), TIMEOUT))
          .isInstanceOf(SendOutcome.Refused.class);
      assertThat(generousSender.send(7, List.of(event("k", 1), large), TIMEOUT))
          .isInstanceOf(SendOutcome.Refused.class);
    } finally {
      PromptStop.of(generous, generous::shutdown);
    }
  }

  @Test
  void aTopicThatIsNotThereIsTrouble() {
    RocketMqProperties elsewhere =
        new RocketMqProperties(
            servers.nameServerAddress(), "NO_SUCH_TOPIC", true, null, null, null);

    assertThat(
            new RocketMqSender(() -> producer, elsewhere).send(0, List.of(event("k", 1)), TIMEOUT))
        .isInstanceOf(SendOutcome.Trouble.class);
  }

  private static PendingEvent event(String key, int number) {
    return event(key, number, number + " 支付");
  }

  private static PendingEvent event(String key, int number, String payload) {
    return new PendingEvent(
        number,
        5,
        key + "-" + number,
        key,
        "PAYMENT_SUCCEEDED",
        payload,
        Map.of("traceId", "abc", "traceparent", "00-abc-def-01"),
        Instant.EPOCH);
  }

  // The client compresses what is large.
  private static String incompressible(int length) {
    return new Random(1)
        .ints(length, ' ', '~')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String body(MessageExt message) {
    return new String(message.getBody(), StandardCharsets.UTF_8);
  }

  private static List<MessageExt> arrived(String key, int count) throws MQClientException {
    List<MessageExt> found = Collections.synchronizedList(new ArrayList<>());
    DefaultMQPushConsumer consumer = new DefaultMQPushConsumer("reader-" + key);
    consumer.setNamesrvAddr(servers.nameServerAddress());
    consumer.setInstanceName(key);
    consumer.setVipChannelEnabled(false);
    consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
    consumer.subscribe(RocketMqServers.TOPIC, "*");
    consumer.setMessageListener(
        (MessageListenerOrderly)
            (messages, context) -> {
              messages.stream().filter(m -> key.equals(m.getKeys())).forEach(found::add);
              return ConsumeOrderlyStatus.SUCCESS;
            });
    consumer.start();
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> found.size() >= count);
      return List.copyOf(found);
    } finally {
      PromptStop.of(consumer);
    }
  }
}
