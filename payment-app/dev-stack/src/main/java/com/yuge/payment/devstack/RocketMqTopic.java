package com.yuge.payment.devstack;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Properties;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.protocol.route.TopicRouteData;
import org.apache.rocketmq.tools.admin.DefaultMQAdminExt;

/** A topic. A client can use it once the name server has its route. */
final class RocketMqTopic {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String name;
  private final int queues;
  private String missing = "";

  RocketMqTopic(String name, int queues) {
    this.name = name;
    this.queues = queues;
  }

  /** Creates the topic at the broker, which needs no route, and then waits for the route. */
  void create(BrokerAdmin broker, ServerLog log) {
    DefaultMQAdminExt admin = broker.client("stack");
    String brokerAddress = broker.brokerAddress();
    try {
      admin.start();
      if (!Poll.until(() -> isThere(admin, brokerAddress), PATIENCE)) {
        throw ServerNotReady.late("RocketMQ", "no route for " + name + missing, PATIENCE, log);
      }
    } catch (MQClientException e) {
      throw new IllegalStateException("cannot create topic " + name, e);
    } finally {
      PromptStop.of(admin);
    }
  }

  // A broker that has just started may respond later than the client waits.
  private boolean isThere(DefaultMQAdminExt admin, String brokerAddress) {
    try {
      admin.createAndUpdateTopicConfig(brokerAddress, new TopicConfig(name, queues, queues));
      register(admin, brokerAddress);
      TopicRouteData route = admin.examineTopicRouteInfo(name);
      return route.getQueueDatas().stream().anyMatch(data -> data.getWriteQueueNums() == queues);
    } catch (MQClientException | RemotingException | MQBrokerException notYet) {
      missing = " (" + notYet.getMessage() + ")";
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Makes the broker register at once. Its own first attempt comes before it has looked up the name
   * server, and the second ten seconds later. A change of the permission makes it register.
   */
  private static void register(DefaultMQAdminExt admin, String brokerAddress)
      throws RemotingException, MQClientException, MQBrokerException, InterruptedException {
    Properties permission = new Properties();
    permission.setProperty(
        "brokerPermission", Integer.toString(PermName.PERM_READ | PermName.PERM_WRITE));
    try {
      admin.updateBrokerConfig(brokerAddress, permission);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("UTF-8 is always there", e);
    }
  }
}
