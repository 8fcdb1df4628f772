package com.yuge.payment.app.cluster;

import com.yuge.payment.devstack.BrokerGroup;
import com.yuge.payment.devstack.ClusterBroker;
import com.yuge.payment.devstack.ClusterSettings;
import com.yuge.payment.devstack.RocketMqCluster;
import com.yuge.payment.devstack.RocketMqServers;
import com.yuge.payment.devstack.StackFolder;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The replica dies first, and the master after it. */
class ReplicaAwayProof {
  private final StackFolder folder =
      StackFolder.open(StackFolder.ofTests("cluster"), progress -> {});

  @AfterEach
  void stop() {
    folder.close();
  }

  /** The replica has missed events, so it must not become the master. */
  @Test
  void aReplicaThatWasAwayIsNotElected() throws Exception {
    try (RocketMqCluster cluster = cluster(ClusterSettings.SAFE);
        Trial trial = new Trial(cluster, "proof_cluster_unclean")) {
      BrokerGroup group = cluster.groups().get(0);
      trial.awaitFlow();
      ClusterBroker master = group.master();
      ClusterBroker replica = group.replica();
      replica.kill();
      trial.awaitFlow();
      master.kill();
      replica.start();
      group.awaitAlive(replica);
      trial.awaitOutage();
      master.start();
      group.awaitAllInSync(RocketMqServers.TOPIC);
      trial.requireComplete();
    }
  }

  /** Two brokers have each event, or none: with one of them away, events wait. */
  @Test
  void withTwoDemandedEventsWaitForTheReplica() throws Exception {
    try (RocketMqCluster cluster = cluster(ClusterSettings.SAFE.withMinInSync(2));
        Trial trial = new Trial(cluster, "proof_cluster_min")) {
      BrokerGroup group = cluster.groups().get(0);
      trial.awaitFlow();
      ClusterBroker replica = group.replica();
      replica.kill();
      trial.awaitTrouble("in-sync replicas not enough");
      replica.start();
      trial.awaitFlow();
      trial.requireComplete();
    }
  }

  private RocketMqCluster cluster(ClusterSettings settings) {
    return RocketMqCluster.start(folder, Map.of("broker-a", settings));
  }
}
