package com.yuge.payment.app.bench;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** A producer with the client's own settings; what is not kept ends the run. */
public final class BenchProducer implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final DefaultMQProducer producer = new DefaultMQProducer("bench");
  private final List<MessageQueue> queues;

  public BenchProducer(String nameServer) {
    this(nameServer, queue -> true);
  }

  /**
   * @param wanted which of the topic's queues it sends to
   */
  public BenchProducer(String nameServer, Predicate<MessageQueue> wanted) {
    producer.setNamesrvAddr(nameServer);
    producer.setInstanceName("bench-" + UUID.randomUUID());
    producer.setVipChannelEnabled(false);
    try {
      producer.start();
      queues =
          producer.fetchPublishMessageQueues(PaymentTopic.NAME).stream()
              .filter(wanted)
              .sorted()
              .toList();
    } catch (MQClientException e) {
      throw new IllegalStateException("no producer", e);
    }
  }

  /** How many queues it sends to. */
  public int queues() {
    return queues.size();
  }

  public void send(Message message, int partition) {
    keep(() -> producer.send(message, queue(partition), TIMEOUT_MILLIS));
  }

  public void send(Collection<Message> batch, int partition) {
    keep(() -> producer.send(batch, queue(partition), TIMEOUT_MILLIS));
  }

  private MessageQueue queue(int partition) {
    return queues.get(partition % queues.size());
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
    producer.shutdown();
  }
}
