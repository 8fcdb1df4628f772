package com.yuge.payment.orderservice;

import java.util.Optional;
import java.util.UUID;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.MQConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Consumes all payment events, in order within each queue. */
public final class PaymentEventsConsumer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PaymentEventsConsumer.class);

  private static final String ATTEMPTS = "attempts";
  private static final int NO_RETRY_BUT_DEAD_LETTER = -1;

  private final JsonMapper json = JsonMapper.builder().build();
  private final DefaultMQPushConsumer consumer;
  private final Orders orders;
  private final ConsumerSettings settings;

  /** Creates a consumer with the usual settings. */
  public PaymentEventsConsumer(String nameServer, Orders orders) throws MQClientException {
    this(nameServer, orders, ConsumerSettings.USUAL);
  }

  /** Creates a consumer, which connects in {@link #start}. */
  public PaymentEventsConsumer(String nameServer, Orders orders, ConsumerSettings settings)
      throws MQClientException {
    this.orders = orders;
    this.settings = settings;
    this.consumer = new DefaultMQPushConsumer(settings.group());
    consumer.setNamesrvAddr(nameServer);
    consumer.setInstanceName(settings.group() + "-" + UUID.randomUUID());
    consumer.setVipChannelEnabled(false);
    consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
    consumer.subscribe(settings.topic(), "*");
    // One result applies to a whole batch, so each batch has one message.
    consumer.setConsumeMessageBatchMaxSize(1);
    consumer.setSuspendCurrentQueueTimeMillis(settings.pause().toMillis());
    // maxReconsumeTimes stays unlimited. It counts exceptions too, so with a limit an outage of our
    // database would send good events to the dead letters.
    consumer.setMessageListener(
        (MessageListenerOrderly) (messages, context) -> consume(messages.get(0)));
  }

  /** Starts to consume. The topic should exist. */
  public void start() {
    try {
      consumer.start();
    } catch (MQClientException e) {
      throw new IllegalStateException("the reference consumer did not start", e);
    }
  }

  // After an exception the client delivers the message again, without limit. The consume log makes
  // the repetition harmless.
  private ConsumeOrderlyStatus consume(MessageExt message) {
    PaymentEvent event = json.readValue(message.getBody(), PaymentEvent.class);
    Optional<String> result = orders.hear(event, message.getTags());
    if (result.isPresent()) {
      log.info("Order {}: {} by {}", event.orderNo(), result.get(), event.eventId());
      return ConsumeOrderlyStatus.SUCCESS;
    }
    if (countAttempt(message) < settings.attempts()) {
      return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
    }
    // The alert comes first, so that every dead letter has one.
    orders.raise(event, message.getTags(), "UNKNOWN_ORDER");
    deadLetter(consumer, message);
    return ConsumeOrderlyStatus.SUCCESS;
  }

  // Counts in the message object, because the client passes the same object again until it is
  // acknowledged.
  private static int countAttempt(MessageExt message) {
    String before = message.getUserProperty(ATTEMPTS);
    int attempt = before == null ? 1 : Integer.parseInt(before) + 1;
    message.putUserProperty(ATTEMPTS, Integer.toString(attempt));
    return attempt;
  }

  // The parameter is the interface: the method is deprecated in the implementation but not in the
  // interface.
  private static void deadLetter(MQConsumer consumer, MessageExt message) {
    try {
      consumer.sendMessageBack(message, NO_RETRY_BUT_DEAD_LETTER, message.getBrokerName());
    } catch (MQClientException | RemotingException | MQBrokerException e) {
      throw new IllegalStateException("no dead letter made of " + message.getMsgId(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    consumer.shutdown();
  }
}
