package com.yuge.payment.app.failover;

import com.yuge.payment.devstack.MariaDbReplica;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Locks that keep replicas from applying what they receive and acknowledge, for some seconds. */
final class ReplicaLag {
  private final List<Connection> locks = new ArrayList<>();

  ReplicaLag(List<MariaDbReplica> replicas) {
    try {
      for (MariaDbReplica replica : replicas) {
        String url = "jdbc:mysql://127.0.0.1:%d/".formatted(replica.port());
        Connection lock = DriverManager.getConnection(url, "failover", FailoverScripts.PASSWORD);
        locks.add(lock);
        lock.createStatement().execute("FLUSH TABLES WITH READ LOCK");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no lag", e);
    }
  }

  /** Lets the replicas apply what they have, after this time. */
  void endAfter(int seconds) {
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    Object unused = thread.schedule(this::end, seconds, TimeUnit.SECONDS);
    thread.shutdown();
  }

  private Void end() throws SQLException {
    for (Connection lock : locks) {
      lock.close();
    }
    return null;
  }
}
