package com.yuge.payment.app.bench.recovery;

import com.yuge.payment.devstack.PromptStop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * What the topic holds, with the time at which the broker stored it. So a reader that finds the
 * broker late changes no figure.
 */
@SuppressWarnings("deprecation")
final class StoredEvents implements AutoCloseable {
  private static final int PIECE = 32;

  private final String topic;
  private final DefaultMQPullConsumer consumer =
      new DefaultMQPullConsumer("recovery-" + UUID.randomUUID());
  private final Map<MessageQueue, Long> next = new HashMap<>();

  /**
   * One delivery.
   *
   * @param appended just before the commit, in milliseconds of the epoch
   * @param stored in milliseconds of the epoch, by the broker
   */
  record Stored(String id, int partition, long appended, long stored) {
    static Stored of(MessageExt message) {
      String id = message.getUserProperty("eventId");
      String body = new String(message.getBody(), StandardCharsets.UTF_8);
      long appended = Long.parseLong(body.substring("{\"at\":".length(), body.length() - 1));
      return new Stored(
          id, Integer.parseInt(id.substring(0, 2)), appended, message.getStoreTimestamp());
    }
  }

  StoredEvents(String nameServer, String topic) throws MQClientException {
    this.topic = topic;
    consumer.setNamesrvAddr(nameServer);
    consumer.setInstanceName(consumer.getConsumerGroup());
    consumer.setVipChannelEnabled(false);
    consumer.start();
    for (MessageQueue queue : consumer.fetchSubscribeMessageQueues(topic)) {
      next.put(queue, 0L);
    }
  }

  /** Whether a name server knows the topic's route. */
  boolean isRouteKnown() {
    try {
      return !consumer.fetchSubscribeMessageQueues(topic).isEmpty();
    } catch (MQClientException unknown) {
      return false;
    }
  }

  /** All that has come since the last time, each queue's in its order; nothing while it is away. */
  List<Stored> readOn() {
    List<Stored> found = new ArrayList<>();
    try {
      for (MessageQueue queue : List.copyOf(next.keySet())) {
        readOn(queue, found);
      }
    } catch (MQClientException | RemotingException | MQBrokerException away) {
      return found; // The next call goes on.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return found;
  }

  private void readOn(MessageQueue queue, List<Stored> found)
      throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
    while (true) {
      PullResult piece = consumer.pull(queue, "*", next.getOrDefault(queue, 0L), PIECE);
      next.put(queue, piece.getNextBeginOffset());
      if (piece.getPullStatus() != PullStatus.FOUND) {
        return;
      }
      piece.getMsgFoundList().stream().map(Stored::of).forEach(found::add);
    }
  }

  @Override
  public void close() {
    PromptStop.of(
        consumer.getDefaultMQPullConsumerImpl().getRebalanceImpl().getmQClientFactory(),
        consumer::shutdown);
  }
}
