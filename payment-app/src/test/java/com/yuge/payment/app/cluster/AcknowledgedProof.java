package com.yuge.payment.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.proof.OutboxRows;
import com.yuge.payment.devstack.BrokerGroup;
import com.yuge.payment.devstack.ClusterBroker;
import com.yuge.payment.devstack.ClusterSettings;
import com.yuge.payment.devstack.PromptStop;
import com.yuge.payment.devstack.RocketMqCluster;
import com.yuge.payment.devstack.RocketMqServers;
import com.yuge.payment.devstack.StackFolder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A replica is behind when its master dies: what was acknowledged by then must be there. */
class AcknowledgedProof {
  /** More than the connection between master and replica buffers, and sent within seconds. */
  private static final int BATCHES = 40;

  private static final int BATCH = 100;
  private static final byte[] BODY = new byte[10_000];
  private static final int TIMEOUT_MILLIS = 6_000;

  private final StackFolder folder =
      StackFolder.open(StackFolder.ofTests("cluster"), progress -> {});

  @AfterEach
  void stop() {
    folder.close();
  }

  @Test
  void whatAllInSyncHaveAcknowledgedIsKept() throws Exception {
    assertThat(lost(ClusterSettings.SAFE)).isZero();
  }

  /** The same trial shows the loss, so it would show it above. */
  @Test
  void whatOnlyTheMasterHasAcknowledgedIsLost() throws Exception {
    assertThat(lost(ClusterSettings.SAFE.withAllAck(false))).isPositive();
  }

  private long lost(ClusterSettings settings) throws Exception {
    DefaultMQProducer producer = new DefaultMQProducer("acknowledged");
    try (RocketMqCluster cluster = RocketMqCluster.start(folder, Map.of("broker-a", settings))) {
      producer.setNamesrvAddr(cluster.nameServerAddresses());
      producer.setVipChannelEnabled(false);
      producer.setPollNameServerInterval(1000);
      producer.start();
      MessageQueue queue = producer.fetchPublishMessageQueues(RocketMqServers.TOPIC).get(0);
      BrokerGroup group = cluster.groups().get(0);
      ClusterBroker master = group.master();
      ClusterBroker replica = group.replica();
      long acknowledged = send(producer, queue, 1);
      replica.suspend();
      acknowledged += send(producer, queue, BATCHES);
      master.kill();
      replica.resume();
      group.awaitOtherMasterThan(master);
      long there = awaitEnd(producer, queue);
      System.out.printf(
          "%s: %d acknowledged, %d there, %d lost%n",
          settings, acknowledged, there, Math.max(0, acknowledged - there));
      return Math.max(0, acknowledged - there);
    } finally {
      PromptStop.of(producer, producer::shutdown);
    }
  }

  /** Returns how many events the queue has, once the client knows its new master. */
  @SuppressWarnings("deprecation") // No other client finds the new master as soon.
  private static long awaitEnd(DefaultMQProducer producer, MessageQueue queue) {
    return await()
        .atMost(OutboxRows.SOON)
        .ignoreException(MQClientException.class)
        .until(() -> producer.maxOffset(queue), end -> true);
  }

  /** Returns how many events the master acknowledged, until it did not. */
  private static long send(DefaultMQProducer producer, MessageQueue queue, int batches)
      throws Exception {
    List<Message> batch =
        IntStream.range(0, BATCH)
            .mapToObj(i -> new Message(RocketMqServers.TOPIC, "PROOF", BODY))
            .toList();
    long acknowledged = 0;
    try {
      for (int i = 0; i < batches; i++) {
        if (producer.send(batch, queue, TIMEOUT_MILLIS).getSendStatus() != SendStatus.SEND_OK) {
          return acknowledged;
        }
        acknowledged += BATCH;
      }
    } catch (MQBrokerException | RemotingException refused) {
      System.out.println("not acknowledged: " + refused.getMessage());
    }
    return acknowledged;
  }
}
