package com.yuge.payment.app.cluster;

import com.yuge.payment.app.bench.OpenLoop;
import com.yuge.payment.app.bench.Threads;
import com.yuge.payment.devstack.PromptStop;
import com.yuge.payment.devstack.RocketMqServers;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** Sends to a group's queues as the relay does: one batch in flight for each queue. */
final class GroupProducer implements AutoCloseable {
  static final int BATCH = 200;

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final byte[] EVENT = new byte[350];

  private final DefaultMQProducer producer = new DefaultMQProducer("group-bench");
  private final List<MessageQueue> queues;

  GroupProducer(String nameServers, String group) throws MQClientException {
    producer.setNamesrvAddr(nameServers);
    producer.setInstanceName("group-bench-" + UUID.randomUUID());
    producer.setVipChannelEnabled(false);
    producer.start();
    queues =
        producer.fetchPublishMessageQueues(RocketMqServers.TOPIC).stream()
            .filter(queue -> queue.getBrokerName().equals(group))
            .sorted()
            .toList();
  }

  /** Returns events a second. */
  double drain(int events) {
    int batches = Math.max(1, events / BATCH / queues.size());
    List<Message> batch = IntStream.range(0, BATCH).mapToObj(i -> message()).toList();
    long begin = System.nanoTime();
    Threads.run(
        queues.size(),
        thread -> {
          for (int i = 0; i < batches; i++) {
            keep(() -> producer.send(batch, queues.get(thread), TIMEOUT_MILLIS));
          }
        });
    double seconds = (System.nanoTime() - begin) / 1e9;
    return batches * queues.size() * BATCH / seconds;
  }

  /** Sends single events at a fixed rate; returns what each took since it was due, in ms. */
  double[] latencies(int perSecond, int count) {
    double[] millis = new double[count];
    OpenLoop loop = new OpenLoop(perSecond, queues.size());
    loop.run(
        count,
        i -> {
          MessageQueue queue = queues.get(i % queues.size());
          keep(() -> producer.send(message(), queue, TIMEOUT_MILLIS));
          millis[i] = (System.nanoTime() - loop.dueAt(i)) / 1e6;
        });
    return millis;
  }

  private static Message message() {
    return new Message(RocketMqServers.TOPIC, "BENCH", EVENT);
  }

  private interface Send {
    SendResult now()
        throws MQClientException, RemotingException, MQBrokerException, InterruptedException;
  }

  private static void keep(Send send) {
    try {
      SendStatus status = send.now().getSendStatus();
      if (status != SendStatus.SEND_OK) {
        throw new IllegalStateException("not kept: " + status);
      }
    } catch (MQClientException | RemotingException | MQBrokerException e) {
      throw new IllegalStateException("not sent", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    PromptStop.of(producer, producer::shutdown);
  }
}
