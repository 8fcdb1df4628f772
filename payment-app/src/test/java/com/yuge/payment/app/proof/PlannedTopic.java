package com.yuge.payment.app.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.yuge.payment.app.proof.DeliveryPlan.Event;
import com.yuge.payment.app.proof.DeliveryPlan.Sent;
import com.yuge.payment.devstack.PromptStop;
import com.yuge.payment.devstack.RocketMqServers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** A topic of a proof's own, to which a plan is published. */
final class PlannedTopic implements AutoCloseable {
  private static final int PIECE = 100;

  private final String name = "CONSUMED_" + UUID.randomUUID();
  private final RocketMqServers broker;
  private final DefaultMQProducer producer = new DefaultMQProducer(name + "-producer");

  PlannedTopic(RocketMqServers broker) throws MQClientException {
    this.broker = broker;
    broker.createTopic(name);
    producer.setNamesrvAddr(broker.nameServerAddress());
    producer.setInstanceName(name);
    producer.start();
  }

  String name() {
    return name;
  }

  /** Publishes piece by piece, and within a piece all of a queue together. */
  int publish(DeliveryPlan plan) throws Exception {
    List<MessageQueue> queues = producer.fetchPublishMessageQueues(name);
    List<Sent> deliveries = plan.deliveries();
    for (int from = 0; from < deliveries.size(); from += PIECE) {
      List<Sent> piece = deliveries.subList(from, Math.min(from + PIECE, deliveries.size()));
      Map<Integer, List<Message>> byQueue =
          piece.stream()
              .collect(groupingBy(Sent::queue, mapping(sent -> message(sent.event()), toList())));
      for (Map.Entry<Integer, List<Message>> messages : byQueue.entrySet()) {
        send(messages.getValue(), queues.get(messages.getKey()));
      }
    }
    return deliveries.size();
  }

  private void send(List<Message> messages, MessageQueue queue)
      throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
    SendStatus status = producer.send(messages, queue).getSendStatus();
    if (status != SendStatus.SEND_OK) {
      throw new IllegalStateException("not kept: " + status);
    }
  }

  private Message message(Event event) {
    String json =
        """
        {"eventId":"%s","payNo":"%s","orderNo":"ORD","amount":%s,"channel":"MOCK",\
        "channelTradeNo":"MOCK_1","paidAt":"2026-11-22T12:00:30","eventTime":"2026-11-22T12:00:31",\
        "traceId":"4bf92f3577b34da6a3ce929d0e0e4736","version":"1.0"}
        """
            .formatted(event.eventId(), event.payNo(), event.amount());
    return new Message(name, "PAYMENT_SUCCEEDED", event.payNo(), json.getBytes(UTF_8));
  }

  @Override
  public void close() {
    PromptStop.of(producer, producer::shutdown);
    broker.dropTopic(name);
  }
}
