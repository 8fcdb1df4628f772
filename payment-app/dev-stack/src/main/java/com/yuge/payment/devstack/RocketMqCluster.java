package com.yuge.payment.devstack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * RocketMQ in controller mode, each server a JVM of its own that can be killed: two name servers,
 * three controllers, and groups of brokers. Stores begin empty.
 */
public final class RocketMqCluster implements AutoCloseable {
  /** The topic's queues in each of two groups: half as many as the outbox has partitions. */
  public static final int QUEUES_OF_A_GROUP = RocketMqServers.QUEUES / 2;

  private final ControllerQuorum quorum;
  private final ClusterAdmin admin;
  private final List<BrokerGroup> groups;

  private RocketMqCluster(ControllerQuorum quorum, ClusterAdmin admin, List<BrokerGroup> groups) {
    this.quorum = quorum;
    this.admin = admin;
    this.groups = groups;
  }

  /** Starts a cluster of two groups with the same settings. */
  public static RocketMqCluster start(StackFolder folder, ClusterSettings settings) {
    Map<String, ClusterSettings> groups = new LinkedHashMap<>();
    groups.put("broker-a", settings);
    groups.put("broker-b", settings);
    return start(folder, groups);
  }

  /**
   * Starts all servers, and waits until the service's topic has its route and its replicas.
   *
   * @param groups the groups' names, which are the brokers' names for clients
   */
  public static RocketMqCluster start(StackFolder folder, Map<String, ClusterSettings> groups) {
    folder.delete("rocketmq-cluster");
    ControllerQuorum quorum = ControllerQuorum.launch(folder);
    quorum.awaitReady();
    ClusterAdmin admin = new ClusterAdmin(quorum);
    List<BrokerGroup> launched = new ArrayList<>();
    groups.forEach(
        (name, settings) ->
            launched.add(BrokerGroup.launch(folder, quorum, admin, name, settings)));
    launched.forEach(BrokerGroup::awaitReady);
    RocketMqCluster cluster = new RocketMqCluster(quorum, admin, launched);
    cluster.createTopic(RocketMqServers.TOPIC);
    return cluster;
  }

  /** Creates a topic in both groups, and waits until clients and replicas know it. */
  public void createTopic(String topic) {
    for (BrokerGroup group : groups) {
      group.await(
          "topic " + topic,
          () ->
              group
                  .findMaster()
                  .filter(m -> admin.create(m, topic, QUEUES_OF_A_GROUP))
                  .isPresent());
    }
    int queues = QUEUES_OF_A_GROUP * groups.size();
    for (BrokerGroup group : groups) {
      group.await("route of " + topic, () -> admin.hasRoute(topic, queues));
      group.awaitAllInSync(topic);
    }
  }

  /** Returns the addresses for clients, separated by semicolons. */
  public String nameServerAddresses() {
    return quorum.nameServers();
  }

  public List<BrokerGroup> groups() {
    return groups;
  }

  /** Closes the administrator's client. The folder ends the servers. */
  @Override
  public void close() {
    admin.close();
  }
}
