package com.yuge.payment.app.orderservice;

import java.util.UUID;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Listens to all that becomes of payments; queue by queue, in order. */
public final class PaymentEventsConsumer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PaymentEventsConsumer.class);

  private final JsonMapper json = JsonMapper.builder().build();
  private final DefaultMQPushConsumer consumer = new DefaultMQPushConsumer("order-service");
  private final Orders orders;

  public PaymentEventsConsumer(String nameServer, Orders orders) throws MQClientException {
    this.orders = orders;
    consumer.setNamesrvAddr(nameServer);
    consumer.setInstanceName("order-service-" + UUID.randomUUID());
    consumer.setVipChannelEnabled(false);
    consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
    consumer.subscribe("PAYMENT_TOPIC", "*");
    consumer.setMessageListener(
        (MessageListenerOrderly)
            (messages, context) -> {
              messages.forEach(this::consume);
              return ConsumeOrderlyStatus.SUCCESS;
            });
  }

  /** Begins to listen; the topic should be there. */
  public void start() {
    try {
      consumer.start();
    } catch (MQClientException e) {
      throw new IllegalStateException("the reference consumer did not start", e);
    }
  }

  // An exception makes the broker deliver again, which the consume log makes harmless.
  private void consume(MessageExt message) {
    PaymentEvent event = json.readValue(message.getBody(), PaymentEvent.class);
    orders
        .hear(event, message.getTags())
        .ifPresent(
            status -> log.info("Order {} is {} by {}", event.orderNo(), status, event.payNo()));
  }

  @Override
  public void close() {
    consumer.shutdown();
  }
}
