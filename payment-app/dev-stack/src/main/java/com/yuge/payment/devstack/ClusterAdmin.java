package com.yuge.payment.devstack;

import java.util.List;
import java.util.Optional;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.protocol.body.BrokerReplicasInfo.ReplicasInfo;
import org.apache.rocketmq.tools.admin.DefaultMQAdminExt;

/** Asks the controllers for masters and brokers in sync, and the brokers for their topics. */
final class ClusterAdmin implements AutoCloseable {
  private final DefaultMQAdminExt admin = new DefaultMQAdminExt();
  private final List<String> controllers;

  ClusterAdmin(ControllerQuorum quorum) {
    this.controllers = quorum.controllerAddresses();
    admin.setNamesrvAddr(quorum.nameServers());
    admin.setInstanceName("cluster-" + quorum.controllers().hashCode());
    try {
      admin.start();
    } catch (MQClientException e) {
      throw new IllegalStateException("no administrator's client", e);
    }
  }

  /** Empty while no controller answers, or none knows the group. */
  Optional<ReplicasInfo> replicas(String group) {
    for (String controller : controllers) {
      try {
        return Optional.ofNullable(
            admin.getInSyncStateData(controller, List.of(group)).getReplicasInfoTable().get(group));
      } catch (MQBrokerException | RemotingException next) {
        // The controller is down, or does not know the leader yet. The next one may know it.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return Optional.empty();
  }

  boolean knows(String broker, String topic) {
    return answers(() -> admin.examineTopicConfig(broker, topic) != null);
  }

  /** Creates the topic at the broker; returns false if the broker did not answer. */
  boolean create(String broker, String topic, int queues) {
    return answers(
        () -> {
          admin.createAndUpdateTopicConfig(broker, new TopicConfig(topic, queues, queues));
          return true;
        });
  }

  /** Returns whether clients find as many queues as this in all groups together. */
  boolean hasRoute(String topic, int queues) {
    return answers(
        () ->
            admin.examineTopicRouteInfo(topic).getQueueDatas().stream()
                    .mapToInt(data -> data.getWriteQueueNums())
                    .sum()
                == queues);
  }

  private interface Question {
    boolean answer()
        throws MQClientException, RemotingException, MQBrokerException, InterruptedException;
  }

  // Callers repeat the question, so a missing answer counts as "not yet".
  private static boolean answers(Question question) {
    try {
      return question.answer();
    } catch (MQClientException | RemotingException | MQBrokerException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    PromptStop.of(admin);
  }
}
