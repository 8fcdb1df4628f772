package com.yuge.payment.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.rocketmq.client.consumer.DefaultMQPullConsumer;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.consumer.PullStatus;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;

/**
 * Reads queues from offset to offset, question by question. The newer pull consumer reads ahead in
 * threads of its own and was seen to drop what it had read when it was told where to begin.
 */
@SuppressWarnings("deprecation")
final class TopicScan implements AutoCloseable {
  private static final int BATCH = 32;

  private final DefaultMQPullConsumer consumer =
      new DefaultMQPullConsumer("bench-" + UUID.randomUUID());

  TopicScan(String nameServer) {
    consumer.setNamesrvAddr(nameServer);
    consumer.setInstanceName("bench-" + UUID.randomUUID());
    consumer.setVipChannelEnabled(false);
    try {
      consumer.start();
    } catch (MQClientException e) {
      throw new IllegalStateException("cannot read the topic", e);
    }
  }

  /** The event ids in a queue from one offset up to, and without, another. */
  List<String> ids(MessageQueue queue, long begin, long end) {
    List<String> ids = new ArrayList<>();
    long next = begin;
    while (next < end) {
      PullResult found = pull(queue, next);
      if (found.getPullStatus() != PullStatus.FOUND) {
        throw new IllegalStateException(queue + " at " + next + " answers " + found);
      }
      for (MessageExt message : found.getMsgFoundList()) {
        if (message.getQueueOffset() < end) {
          ids.add(message.getUserProperty("eventId"));
        }
      }
      next = found.getNextBeginOffset();
    }
    return ids;
  }

  private PullResult pull(MessageQueue queue, long offset) {
    try {
      return consumer.pull(queue, "*", offset, BATCH);
    } catch (MQClientException | RemotingException | MQBrokerException e) {
      throw new IllegalStateException("cannot read " + queue, e);
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
