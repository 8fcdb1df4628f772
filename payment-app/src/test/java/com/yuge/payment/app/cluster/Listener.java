package com.yuge.payment.app.cluster;

import com.yuge.payment.devstack.PromptStop;
import com.yuge.payment.devstack.RocketMqServers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageExt;

/** A consumer that notes what it sees of a failover. */
final class Listener implements AutoCloseable {
  /** As the consumer-kit does; the client's own 30 s were seen as a gap of 27 s. */
  private static final int ROUTE_POLL_MILLIS = 5_000;

  private final DefaultMQPushConsumer consumer = new DefaultMQPushConsumer("listener");
  private final Set<String> messages = new HashSet<>();
  private String broker = "";
  private int repeated;
  private long begin;
  private long last;
  private long longestGap;

  private Listener() {}

  static Listener start(String nameServers) throws MQClientException {
    Listener listener = new Listener();
    listener.consumer.setNamesrvAddr(nameServers);
    listener.consumer.setInstanceName("listener-" + UUID.randomUUID());
    listener.consumer.setVipChannelEnabled(false);
    listener.consumer.setPollNameServerInterval(ROUTE_POLL_MILLIS);
    listener.consumer.subscribe(RocketMqServers.TOPIC, "*");
    listener.consumer.setMessageListener(
        (MessageListenerConcurrently)
            (pieces, context) -> {
              pieces.forEach(listener::heard);
              return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
            });
    listener.consumer.start();
    return listener;
  }

  private synchronized void heard(MessageExt message) {
    if (!messages.add(
        message.getBrokerName() + message.getQueueId() + "-" + message.getQueueOffset())) {
      repeated++;
    }
    if (message.getBrokerName().equals(broker)) {
      long now = System.nanoTime();
      longestGap = Math.max(longestGap, now - last);
      last = now;
    }
  }

  /** Begins to watch what comes from this group of brokers. */
  synchronized void watch(String group) {
    broker = group;
    repeated = 0;
    longestGap = 0;
    begin = System.nanoTime();
    last = begin;
  }

  /** Returns the longest time without a message from the watched group. */
  synchronized Duration longestGap() {
    return Duration.ofNanos(Math.max(longestGap, System.nanoTime() - last));
  }

  /** Returns how many messages came again, although this consumer had acknowledged them. */
  synchronized int repeated() {
    return repeated;
  }

  @Override
  public void close() {
    PromptStop.of(consumer);
  }
}
