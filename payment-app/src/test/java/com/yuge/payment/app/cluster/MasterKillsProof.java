package com.yuge.payment.app.cluster;

import com.yuge.payment.devstack.BrokerGroup;
import com.yuge.payment.devstack.ClusterBroker;
import com.yuge.payment.devstack.ClusterSettings;
import com.yuge.payment.devstack.RocketMqCluster;
import com.yuge.payment.devstack.StackFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Masters of both groups die or hang by turns under load: nothing is lost, and order is kept. */
class MasterKillsProof {
  private static final int ROUNDS = Integer.getInteger("proof.cluster.rounds", 3);

  private final StackFolder folder =
      StackFolder.open(StackFolder.ofTests("cluster"), progress -> {});
  private final RocketMqCluster cluster = RocketMqCluster.start(folder, ClusterSettings.SAFE);

  @AfterEach
  void stop() {
    cluster.close();
    folder.close();
  }

  @Test
  void killedMastersLoseNothing() throws Exception {
    try (Trial trial = new Trial(cluster, "proof_cluster_kills")) {
      for (int round = 0; round < ROUNDS; round++) {
        for (BrokerGroup group : cluster.groups()) {
          trial.failOver("kill -9", group, ClusterBroker::kill, ClusterBroker::start);
        }
      }
      trial.requireComplete();
    }
  }

  @Test
  void hangingMastersLoseNothing() throws Exception {
    try (Trial trial = new Trial(cluster, "proof_cluster_hangs")) {
      for (BrokerGroup group : cluster.groups()) {
        trial.failOver("SIGSTOP", group, ClusterBroker::suspend, ClusterBroker::resume);
      }
      trial.requireComplete();
    }
  }
}
