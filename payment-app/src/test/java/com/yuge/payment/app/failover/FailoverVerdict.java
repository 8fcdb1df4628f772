package com.yuge.payment.app.failover;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.proof.DeliveryReport;
import com.yuge.payment.app.proof.OutboxRows;
import com.yuge.payment.app.proof.ProofTopic;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.util.List;

/** What must hold once all is at rest. */
record FailoverVerdict(ReplicatedDatabase database, PayerLoad load, MockChannelClient channel) {
  /** Waits until no event waits; while the service still runs. */
  void requireNothingLost(ProofTopic topic) {
    FailoverOracle oracle = new FailoverOracle(database.jdbc(database.primary()), channel);
    OutboxRows rows = new OutboxRows(database.jdbc(database.primary()));
    DeliveryReport report = DeliveryReport.of(rows, topic).requireComplete();
    assertThat(oracle.lost(load)).as("told and lost").isEmpty();
    assertThat(oracle.differing()).as("unlike the channel's books").isEmpty();
    assertThat(oracle.withoutTheirEvent()).as("without their one event").isEmpty();
    System.out.printf(
        "failover: %d orders told, %d paid, 0 lost; %d events, %d came again; %d calls repeated%n",
        load.created().size(),
        load.paid().size(),
        report.committed().size(),
        report.duplicates().size(),
        load.repeated());
  }

  /** No ack of a former owner can have been accepted. */
  static void requireOneOwnerOfEachEpoch(LeaseWatch leases) {
    assertThat(leases.faults()).as("owners of one epoch").isEmpty();
    assertThat(leases.looks()).isPositive();
  }

  /** Once the service has stopped, and nothing writes any more. */
  void requireEqualServers() {
    List<String> primary = database.contents(database.primary());
    database.replicas().forEach(database::rejoin);
    assertThat(database.replicas())
        .allSatisfy(replica -> assertThat(database.contents(replica)).isEqualTo(primary));
    System.out.printf(
        "failover: GTID %s and %d tables are equal on 3 servers%n",
        primary.get(0), primary.size() - 1);
  }
}
