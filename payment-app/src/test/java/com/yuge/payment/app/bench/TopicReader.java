package com.yuge.payment.app.bench;

import java.time.Duration;
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

  private final DefaultLitePullConsumer consumer;

  TopicReader(String nameServer, Map<MessageQueue, Long> begin) {
    this.consumer = open(nameServer, begin, ATTEMPTS);
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
    return made;
  }

  /** What has come; waits a moment for it. */
  List<MessageExt> poll() {
    return consumer.poll(POLL.toMillis());
  }

  @Override
  public void close() {
    consumer.shutdown();
  }
}
