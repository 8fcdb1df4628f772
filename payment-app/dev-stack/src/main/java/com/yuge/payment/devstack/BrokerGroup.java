package com.yuge.payment.devstack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.rocketmq.remoting.protocol.body.BrokerReplicasInfo.ReplicaIdentity;
import org.apache.rocketmq.remoting.protocol.body.BrokerReplicasInfo.ReplicasInfo;

/** The brokers that have the same queues: a master, and a replica that can take its place. */
public final class BrokerGroup {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String name;
  private final List<ClusterBroker> brokers;
  private final ClusterAdmin admin;

  private BrokerGroup(String name, List<ClusterBroker> brokers, ClusterAdmin admin) {
    this.name = name;
    this.brokers = brokers;
    this.admin = admin;
  }

  static BrokerGroup launch(
      StackFolder folder,
      ControllerQuorum quorum,
      ClusterAdmin admin,
      String name,
      ClusterSettings settings) {
    List<ClusterBroker> brokers =
        FreePorts.chooseSeveral(settings.replicas()).stream()
            .map(port -> ClusterBroker.of(folder, quorum, name, port, settings))
            .toList();
    brokers.forEach(ClusterBroker::launch);
    return new BrokerGroup(name, brokers, admin);
  }

  void awaitReady() {
    brokers.forEach(ClusterBroker::awaitReady);
  }

  public String name() {
    return name;
  }

  /** Returns the master according to the controllers; throws if there is none. */
  public ClusterBroker master() {
    String address = info().getMasterAddress();
    return brokers.stream()
        .filter(broker -> broker.address().equals(address))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " has no master: " + address));
  }

  /** Returns the master's address; empty while there is none. */
  Optional<String> findMaster() {
    return admin
        .replicas(name)
        .map(ReplicasInfo::getMasterAddress)
        .filter(address -> !address.isEmpty());
  }

  /** Returns the broker that is not the master. */
  public ClusterBroker replica() {
    ClusterBroker master = master();
    return brokers.stream().filter(broker -> broker != master).findFirst().orElseThrow();
  }

  /** Returns the addresses of the brokers that have all acknowledged messages. */
  public Set<String> inSync() {
    return info().getInSyncReplicas().stream()
        .map(ReplicaIdentity::getBrokerAddress)
        .collect(Collectors.toSet());
  }

  /** Waits until all brokers are in sync, and each of them knows the topic. */
  public void awaitAllInSync(String topic) {
    await(
        "all in sync",
        () -> admin.replicas(name).filter(i -> count(i) == brokers.size()).isPresent());
    for (ClusterBroker broker : brokers) {
      await(broker + " knows " + topic, () -> admin.knows(broker.address(), topic));
    }
  }

  /** Waits until the controllers know that this broker runs, whether it is in sync or not. */
  public void awaitAlive(ClusterBroker broker) {
    await(
        broker + " alive",
        () ->
            admin
                .replicas(name)
                .filter(
                    info ->
                        Stream.of(info.getInSyncReplicas(), info.getNotInSyncReplicas())
                            .flatMap(List::stream)
                            .anyMatch(one -> isAlive(one, broker)))
                .isPresent());
  }

  private static boolean isAlive(ReplicaIdentity identity, ClusterBroker broker) {
    return identity.getAlive() && identity.getBrokerAddress().equals(broker.address());
  }

  /** Waits until the master is another broker than this one. */
  public void awaitOtherMasterThan(ClusterBroker former) {
    await(
        "another master than " + former,
        () -> findMaster().filter(address -> !address.equals(former.address())).isPresent());
  }

  void await(String what, BooleanSupplier condition) {
    if (!Poll.until(condition, PATIENCE)) {
      throw ServerNotReady.late(name, "not reached: " + what, PATIENCE, brokers.get(0).log());
    }
  }

  private static int count(ReplicasInfo info) {
    return info.getInSyncReplicas().size();
  }

  private ReplicasInfo info() {
    return admin
        .replicas(name)
        .orElseThrow(() -> new IllegalStateException("the controllers do not know " + name));
  }
}
