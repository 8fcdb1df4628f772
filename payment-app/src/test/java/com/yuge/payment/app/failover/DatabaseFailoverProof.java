package com.yuge.payment.app.failover;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.proof.ProofTopic;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.devstack.MariaDbReplica;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Servers die under load, again and again, and a replica is promoted by the shipped script. Nothing
 * that a caller was told is lost, and each event of the tables comes.
 */
class DatabaseFailoverProof {
  private static final int PAYERS = 4;
  private static final int BETWEEN_FAULTS = 30;
  private static final int LAG_SECONDS = 3;
  private static final Duration ALONE = Duration.ofSeconds(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Less than two leases: a lease of the old clock counts for longer than it was meant to. */
  private static final Duration SHORT_STEP = FailoverService.LEASE.plusSeconds(3);

  private final ReplicatedDatabase database = ReplicatedDatabase.start();
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final FailoverService service = new FailoverService(database.url());
  private final ProofTopic topic = service.topic();
  private final LeaseWatch leases = new LeaseWatch(database);
  private final PayerLoad load = new PayerLoad(PAYERS, service.apis(), channel);

  @AfterEach
  void end() {
    leases.close();
    topic.close();
    service.close();
    database.close();
  }

  @Test
  void nothingAcknowledgedIsLostWhicheverServerDies() {
    oneReplicaDies();
    allReplicasDie();
    failOver("kill -9", () -> database.primary().kill());
    failOver("kill -9 while the replicas have yet to apply", this::killWhileReplicasLag);
    failOver("SIGSTOP", () -> database.primary().suspend());
    failOverTo(MINUTE);
    failOverTo(MINUTE.negated());
    failOverTo(MINUTE.plus(SHORT_STEP).negated());
    database.setClocksOfReplicas(MINUTE.plus(SHORT_STEP.multipliedBy(2)).negated());
    failOver("the same, and an instance is killed too", this::killPrimaryAndInstance);
    service.startSecond();
    load.awaitPaid(BETWEEN_FAULTS);

    load.close();
    FailoverVerdict verdict = new FailoverVerdict(database, load, channel);
    verdict.requireNothingLost(topic);
    FailoverVerdict.requireOneOwnerOfEachEpoch(leases);
    service.close();
    verdict.requireEqualServers();
  }

  /** Payments go on: the other replica acknowledges. */
  private void oneReplicaDies() {
    load.awaitPaid(BETWEEN_FAULTS);
    MariaDbReplica replica = database.replicas().get(0);
    replica.kill();
    load.awaitPaid(BETWEEN_FAULTS);
    replica.start();
    database.rejoin(replica);
  }

  /** Nobody is told of what only one server has. */
  private void allReplicasDie() {
    List<MariaDbReplica> replicas = database.replicas();
    replicas.forEach(MariaDbReplica::kill);
    int before = load.repeated();
    await().atMost(Callers.PATIENCE).until(() -> load.repeated() > before + PAYERS);
    int told = load.paid().size();
    await().during(ALONE).atMost(MINUTE).until(() -> load.paid().size() == told);
    replicas.forEach(MariaDbReplica::start);
    load.awaitPaid(BETWEEN_FAULTS);
    replicas.forEach(database::rejoin);
  }

  private void failOverTo(Duration clock) {
    database.setClocksOfReplicas(clock);
    String what = "kill -9, to a clock at %+d s".formatted(clock.toSeconds());
    failOver(what, () -> database.primary().kill());
  }

  private void failOver(String what, Runnable fault) {
    load.awaitPaid(BETWEEN_FAULTS);
    int before = load.repeated();
    MariaDbReplica old = database.primary();
    fault.run();
    FailoverTimes times = new FailoverTimes();
    database.promote();
    times.await(database.jdbc(database.primary()), load);
    old.start();
    database.rejoin(old);
    times.tell("the old one has caught up");
    System.out.printf(
        "failover: %s: %s; %d calls repeated%n", what, times, load.repeated() - before);
  }

  private void killWhileReplicasLag() {
    ReplicaLag lag = new ReplicaLag(database.replicas());
    load.awaitPaid(BETWEEN_FAULTS);
    database.primary().kill();
    lag.endAfter(LAG_SECONDS);
  }

  private void killPrimaryAndInstance() {
    database.primary().kill();
    service.killSecond();
  }
}
