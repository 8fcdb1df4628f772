package com.yuge.payment.app.proof;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.devstack.PromptStop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.rocketmq.client.consumer.DefaultMQPullConsumer;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.consumer.PullStatus;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A consumer that reads each queue of a topic in its order, asking for each piece by itself: its
 * successor, which reads ahead in threads, was seen to leave a queue out.
 */
@SuppressWarnings("deprecation")
public final class ProofTopic implements AutoCloseable {
  /** What the broker has kept is there within this time, even on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int PIECE = 32;

  private final String name;
  private final DefaultMQPullConsumer consumer;
  private final Map<MessageQueue, Long> next = new TreeMap<>();
  private final List<Delivery> came = new ArrayList<>();

  /**
   * @param whole whether to read from the first message instead of from where the topic is now
   */
  public ProofTopic(String nameServer, String name, boolean whole) {
    this.name = name;
    this.consumer = new DefaultMQPullConsumer("proof-" + UUID.randomUUID());
    consumer.setNamesrvAddr(nameServer);
    consumer.setInstanceName("proof-" + UUID.randomUUID());
    consumer.setVipChannelEnabled(false);
    ask(
        () -> {
          consumer.start();
          for (MessageQueue queue : consumer.fetchSubscribeMessageQueues(name)) {
            next.put(queue, whole ? 0 : consumer.maxOffset(queue));
          }
          return next;
        });
  }

  /** All that has come once what is expected is there, or what has come when it is not in time. */
  public List<Delivery> read(Collection<String> expected) {
    Set<String> missing = new HashSet<>(expected);
    try {
      await().atMost(PATIENCE).until(() -> readOn(missing));
    } catch (ConditionTimeoutException late) {
      System.out.printf("%s: %d events did not come in time%n", name, missing.size());
    }
    return came;
  }

  private boolean readOn(Set<String> missing) {
    for (MessageQueue queue : List.copyOf(next.keySet())) {
      boolean found = true;
      while (found) {
        found = readPiece(queue, missing);
      }
    }
    return missing.isEmpty();
  }

  /** Returns whether there was anything. */
  private boolean readPiece(MessageQueue queue, Set<String> missing) {
    PullResult piece = ask(() -> consumer.pull(queue, "*", next.getOrDefault(queue, 0L), PIECE));
    next.put(queue, piece.getNextBeginOffset());
    if (piece.getPullStatus() != PullStatus.FOUND) {
      return false;
    }
    piece.getMsgFoundList().stream().map(Delivery::of).forEach(came::add);
    piece.getMsgFoundList().forEach(message -> missing.remove(message.getUserProperty("eventId")));
    return true;
  }

  private interface Question<T> {
    T answer() throws MQClientException, RemotingException, MQBrokerException, InterruptedException;
  }

  private static <T> T ask(Question<T> question) {
    try {
      return question.answer();
    } catch (MQClientException | RemotingException | MQBrokerException e) {
      throw new IllegalStateException("no answer from the broker", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    PromptStop.of(
        consumer.getDefaultMQPullConsumerImpl().getRebalanceImpl().getmQClientFactory(),
        consumer::shutdown);
  }
}
