package com.yuge.payment.orderservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.devstack.PromptStop;
import com.yuge.payment.devstack.RocketMqServers;
import java.util.List;
import java.util.UUID;
import org.apache.rocketmq.client.MQAdmin;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** A topic of a test's own, and a consumer group of the same name: no other test is disturbed. */
final class EventTopic implements AutoCloseable {
  private final String name = "ORDERS_" + UUID.randomUUID();
  private final RocketMqServers broker;
  private final DefaultMQProducer producer = new DefaultMQProducer(name + "-producer");

  EventTopic(RocketMqServers broker) throws MQClientException {
    this.broker = broker;
    broker.createTopic(name);
    producer.setNamesrvAddr(broker.nameServerAddress());
    producer.setInstanceName(name);
    producer.start();
  }

  String name() {
    return name;
  }

  /** All into one queue, so that each waits for the one before it. */
  void publish(Events.Body event, String tag)
      throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
    Message message = new Message(name, tag, event.eventId(), event.bytes());
    SendStatus status =
        producer.send(message, (queues, sent, unused) -> queues.get(0), name).getSendStatus();
    if (status != SendStatus.SEND_OK) {
      throw new IllegalStateException("not kept: " + status);
    }
  }

  /** The bodies of the dead letters about an event; throws while there is no dead letter at all. */
  List<String> deadLetters(Events.Body event) throws MQClientException, InterruptedException {
    MQAdmin admin = producer; // The implementation's method is deprecated, the interface's is not.
    return admin
        .queryMessage("%DLQ%" + name, event.eventId(), 32, 0, Long.MAX_VALUE)
        .getMessageList()
        .stream()
        .map(letter -> new String(letter.getBody(), UTF_8))
        .toList();
  }

  @Override
  public void close() {
    PromptStop.of(producer, producer::shutdown);
    broker.dropTopic(name);
  }
}
