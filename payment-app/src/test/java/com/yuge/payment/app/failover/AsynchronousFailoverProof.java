package com.yuge.payment.app.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.devstack.MariaDbReplica;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shows that the oracle finds losses: with MariaDB's own defaults the same failover has some. */
class AsynchronousFailoverProof {
  private static final int PAYERS = 4;
  private static final int PAYMENTS = 30;

  private final ReplicatedDatabase database = ReplicatedDatabase.start();
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final FailoverService service = new FailoverService(database.url());

  @AfterEach
  void end() {
    service.close();
    database.close();
  }

  @Test
  void theDefaultsLosePaymentsAndTheOldPrimaryMustBeRebuilt() {
    MariaDbReplica old = database.primary();
    List<MariaDbReplica> replicas = database.replicas();
    database
        .operator(old)
        .sql("SET GLOBAL rpl_semi_sync_master_wait_point = AFTER_COMMIT")
        .update();
    database.operator(old).sql("SET GLOBAL rpl_semi_sync_master_timeout = 10000").update();
    PayerLoad load = new PayerLoad(PAYERS, service.apis(), channel);
    try (load) {
      load.awaitPaid(PAYMENTS);
      replicas.forEach(MariaDbReplica::kill);
      load.awaitPaid(PAYMENTS); // After ten seconds it waits for no replica.
    }
    old.kill();
    replicas.forEach(MariaDbReplica::start);
    database.promote();

    FailoverOracle oracle = new FailoverOracle(database.jdbc(database.primary()), channel);
    assertThat(oracle.lost(load)).hasSizeGreaterThanOrEqualTo(PAYMENTS);
    old.start();
    assertThatThrownBy(() -> database.rejoin(old))
        .hasMessageContaining("not in the master's binlog");
    System.out.printf(
        "failover with MariaDB's defaults: %d of %d orders were told and lost; the old primary is"
            + " refused as a replica%n",
        oracle.lost(load).stream().filter(one -> one.startsWith("created")).count(),
        load.created().size());
  }
}
