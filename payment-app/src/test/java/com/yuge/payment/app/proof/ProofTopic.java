package com.yuge.payment.app.proof;

import com.yuge.payment.app.bench.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.admin.DefaultMQAdminExt;

/** A consumer that reads each queue of a topic in its order. */
final class ProofTopic implements AutoCloseable {
  /** What the broker has kept is there within this time, even on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String nameServer;
  private final String name;
  private final DefaultMQAdminExt admin = new DefaultMQAdminExt();
  private final Map<MessageQueue, Long> begin;

  /**
   * @param whole whether to read from the first message instead of from where the topic is now
   */
  ProofTopic(String nameServer, String name, boolean whole) {
    this.nameServer = nameServer;
    this.name = name;
    admin.setNamesrvAddr(nameServer);
    admin.setInstanceName("proof-" + UUID.randomUUID());
    try {
      admin.start();
    } catch (MQClientException e) {
      throw new IllegalStateException("no name server", e);
    }
    this.begin = end();
    begin.replaceAll((queue, now) -> whole ? 0 : now);
  }

  private Map<MessageQueue, Long> end() {
    try {
      Map<MessageQueue, Long> end = new TreeMap<>();
      admin
          .examineTopicStats(name)
          .getOffsetTable()
          .forEach((q, o) -> end.put(q, o.getMaxOffset()));
      return end;
    } catch (MQClientException | RemotingException | MQBrokerException e) {
      throw new IllegalStateException("no answer from the broker", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** All that has come once what is expected is there, or what has come when it is not in time. */
  List<Delivery> read(Collection<String> expected) {
    List<Delivery> came = new ArrayList<>();
    Set<String> missing = new HashSet<>(expected);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (TopicReader reader = new TopicReader(nameServer, begin)) {
      while (!(missing.isEmpty() && reader.hasReached(end())) && deadline - System.nanoTime() > 0) {
        for (MessageExt message : reader.poll()) {
          came.add(Delivery.of(message));
          missing.remove(message.getUserProperty("eventId"));
        }
      }
    }
    return came;
  }

  @Override
  public void close() {
    admin.shutdown();
  }
}
