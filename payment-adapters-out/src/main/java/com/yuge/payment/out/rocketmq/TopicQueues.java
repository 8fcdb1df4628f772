package com.yuge.payment.out.rocketmq;

import java.time.Duration;
import java.util.List;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.MessageQueue;

/** Which queue of the topic a partition's events go to: always the same while the route is. */
final class TopicQueues {
  /** How long a route is believed: a new broker gets its share within this time. */
  private static final Duration BELIEVED = Duration.ofSeconds(30);

  private final DefaultMQProducer producer;
  private final String topic;
  private List<MessageQueue> queues = List.of();
  private long believedUntil;

  TopicQueues(DefaultMQProducer producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  synchronized MessageQueue of(int partition) throws MQClientException {
    long now = System.nanoTime();
    if (queues.isEmpty() || believedUntil - now < 0) {
      queues = producer.fetchPublishMessageQueues(topic).stream().sorted().toList();
      believedUntil = now + BELIEVED.toNanos();
    }
    return queues.get(partition % queues.size());
  }

  /** Asks anew the next time. */
  synchronized void doubt() {
    queues = List.of();
  }
}
