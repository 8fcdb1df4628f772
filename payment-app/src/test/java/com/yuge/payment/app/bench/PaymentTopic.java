package com.yuge.payment.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.admin.DefaultMQAdminExt;

/** What the broker has: how much, and, afterwards, what. */
public final class PaymentTopic implements AutoCloseable {
  public static final String NAME = "PAYMENT_TOPIC";

  private final String nameServer;
  private final DefaultMQAdminExt admin = new DefaultMQAdminExt();

  public PaymentTopic(String nameServer) {
    this.nameServer = nameServer;
    admin.setNamesrvAddr(nameServer);
    admin.setInstanceName("bench-admin");
    try {
      admin.start();
    } catch (MQClientException e) {
      throw new IllegalStateException("no name server", e);
    }
  }

  /** The next offset of each queue, as durable as the broker keeps it. */
  public Map<MessageQueue, Long> end() {
    try {
      Map<MessageQueue, Long> end = new TreeMap<>();
      admin
          .examineTopicStats(NAME)
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

  public long countSince(Map<MessageQueue, Long> begin) {
    return sum(end()) - sum(begin);
  }

  private static long sum(Map<MessageQueue, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The event ids of all messages since then, in no particular order. What the broker has kept can
   * be read a moment later only, so so many are waited for; fewer are told when they do not come.
   */
  public List<String> idsSince(Map<MessageQueue, Long> begin, long expected) {
    return queuesSince(begin, expected).stream().flatMap(List::stream).toList();
  }

  /** The same queue by queue, each in its order. */
  public List<List<String>> queuesSince(Map<MessageQueue, Long> begin, long expected) {
    boolean unused = Waiting.happens(() -> countSince(begin) >= expected);
    List<List<String>> queues = new ArrayList<>();
    try (TopicScan scan = new TopicScan(nameServer)) {
      end()
          .forEach(
              (queue, last) -> queues.add(scan.ids(queue, begin.getOrDefault(queue, 0L), last)));
    }
    return queues;
  }

  @Override
  public void close() {
    admin.shutdown();
  }
}
