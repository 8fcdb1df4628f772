package com.yuge.payment.app.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.rocketmq.client.consumer.DefaultLitePullConsumer;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * RocketMQ's pull consumer with its own settings: a long poll for each queue, which the broker
 * answers when something comes. It begins where it is told, and has no group to be balanced with.
 */
final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  /** Among many connections that come and go, one is now and then closed while it is opened. */
  private static final int ATTEMPTS = 3;

  /** As many as the broker gives at once. */
  private static final int BATCH = 32;

  private final DefaultLitePullConsumer consumer;
  private final Map<String, Long> begin = new HashMap<>();

  TopicReader(String nameServer, Map<MessageQueue, Long> offsets) {
    offsets.forEach((queue, offset) -> begin.put(name(queue), offset));
    this.consumer = open(nameServer, offsets, ATTEMPTS);
  }

  private static DefaultLitePullConsumer open(
      String nameServer, Map<MessageQueue, Long> begin, int attempts) {
    DefaultLitePullConsumer opened = consumer(nameServer);
    try {
      opened.start();
      opened.assign(begin.keySet());
      for (Map.Entry<MessageQueue, Long> queue : begin.entrySet()) {
        opened.seek(queue.getKey(), queue.getValue());
      }
      return opened;
    } catch (MQClientException e) {
      opened.shutdown();
      if (attempts == 1) {
        throw new IllegalStateException("cannot read the topic", e);
      }
      return open(nameServer, begin, attempts - 1);
    }
  }

  private static DefaultLitePullConsumer consumer(String nameServer) {
    DefaultLitePullConsumer made = new DefaultLitePullConsumer("bench-" + UUID.randomUUID());
    made.setNamesrvAddr(nameServer);
    made.setInstanceName("bench-" + UUID.randomUUID());
    made.setVipChannelEnabled(false);
    made.setAutoCommit(false);
    made.setPullBatchSize(BATCH);
    return made;
  }

  /** What has come; waits a moment for it. */
  List<MessageExt> poll() {
    return consumer.poll(POLL.toMillis()).stream().filter(this::isAsked).toList();
  }

  // The consumer begins to read before it can be told where.
  private boolean isAsked(MessageExt message) {
    String queue = name(new MessageQueue("", message.getBrokerName(), message.getQueueId()));
    return message.getQueueOffset() >= begin.getOrDefault(queue, 0L);
  }

  private static String name(MessageQueue queue) {
    return queue.getBrokerName() + "-" + queue.getQueueId();
  }

  @Override
  public void close() {
    consumer.shutdown();
  }
}
