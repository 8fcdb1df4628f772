package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.devstack.DatabaseServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay and its database: no deadlock with payments, and whatever passes is survived. */
class DatabaseE2eTest {
  private static final int ORDERS = 20;
  private static final int HEAVY_ROWS = 500;

  /** On a busy machine the relay's wait may end before it is a deadlock. */
  private static final int ATTEMPTS = 10;

  private final ProofEnvironment environment = ProofEnvironment.open("proof_database");
  private final ProofTopic topic = environment.topic();
  private final SqlErrors errors = new SqlErrors();
  private final SendLog sends = new SendLog();
  private final Failpoints failpoints = new Failpoints(words -> {});
  private final RelayService service =
      RelayService.start(environment, errors, sends, new FailpointPorts(failpoints));
  private final OutboxRows rows = new OutboxRows(service.jdbc());

  @BeforeEach
  void relayOwnsAll() {
    await()
        .atMost(OutboxRows.SOON)
        .until(() -> rows.held().equals(Map.of(ProcessHandle.current().pid(), 16)));
  }

  @AfterEach
  void end() {
    service.close();
    topic.close();
  }

  @Test
  void eightProducersAndTheRelayNeverDeadlock() {
    Deadlocks before = Deadlocks.in(service.jdbc());
    int committed;
    try (Load load = Load.start(8, service.payments())) {
      load.lastFor(ProofScale.seconds(2, 60));
      committed = load.count();
    }
    assertThat(Deadlocks.in(service.jdbc())).isEqualTo(before);
    assertThat(errors.count(SqlErrors.DEADLOCK)).isZero();
    assertThat(committed).isPositive();
    DeliveryReport report = DeliveryReport.of(rows, topic).requireComplete();
    assertThat(sends.doubtful()).containsAll(report.duplicates());
    System.out.printf(
        "8 producers: %d events, %d duplicates, 0 deadlocks%n",
        report.committed().size(), report.duplicates().size());
  }

  @Test
  void aRestartUnderLoadLosesNothing() {
    Load load = Load.start(4, service.payments());
    try (load) {
      await().atMost(OutboxRows.SOON).until(() -> load.count() > 100);
      restart(load);
      int before = load.count();
      await().atMost(OutboxRows.SOON).until(() -> load.count() > before + 100);
    }
    DeliveryReport report = DeliveryReport.of(rows, topic).requireComplete();
    assertThat(report.committed()).containsAll(load.committed());
    assertThat(sends.doubtful()).containsAll(report.duplicates());
    System.out.printf(
        "database restarted: %d events, %d duplicates, %d payments turned away%n",
        report.committed().size(), report.duplicates().size(), load.turnedAway());
  }

  /** It is away until a payment has felt it, or for longer when asked. */
  private void restart(Load load) {
    DatabaseServer database = environment.servers().database();
    database.stop();
    try {
      await().atMost(OutboxRows.SOON).until(() -> load.turnedAway() > 0);
      load.lastFor(ProofScale.seconds(0, 30));
    } finally {
      database.start();
    }
  }

  /** Somebody holds the partitions' rows for longer than the relay waits. */
  @Test
  void aLockWaitTimeoutDelaysAndDoublesNothing() throws SQLException {
    try (Connection locks = environment.connect();
        Statement statement = locks.createStatement()) {
      locks.setAutoCommit(false);
      statement.executeQuery("SELECT partition_no FROM t_outbox_partition FOR UPDATE").close();
      service.payments().several(ORDERS);
      await().atMost(OutboxRows.SOON).until(() -> errors.count(SqlErrors.LOCK_WAIT_TIMEOUT) > 0);
      locks.rollback();
    }
    assertThat(sends.doubtful())
        .containsAll(DeliveryReport.of(rows, topic).requireComplete().duplicates());
  }

  /** Somebody locks what the relay locks, the other way round, and has more to lose than it. */
  @Test
  void aDeadlockIsLostAndTriedAgain() throws SQLException {
    for (int i = 0; i < ATTEMPTS && errors.count(SqlErrors.DEADLOCK) == 0; i++) {
      provokeDeadlock();
      rows.awaitNothingWaits();
    }
    assertThat(errors.count(SqlErrors.DEADLOCK)).isPositive();
    assertThat(sends.doubtful())
        .containsAll(DeliveryReport.of(rows, topic).requireComplete().duplicates());
  }

  private void provokeDeadlock() throws SQLException {
    failpoints.waitAt(Boundary.AFTER_SEND);
    service.payments().several(ORDERS);
    try (Connection locks = environment.connect();
        Statement statement = locks.createStatement()) {
      locks.setAutoCommit(false);
      makeHeavy(statement);
      statement.executeQuery("SELECT event_row_id FROM t_outbox_pending FOR UPDATE").close();
      failpoints.go();
      LockWaits.awaitOne(service.jdbc());
      statement.executeQuery("SELECT partition_no FROM t_outbox_partition FOR UPDATE").close();
      locks.rollback();
    }
  }

  // The database ends the transaction that has changed less.
  private static void makeHeavy(Statement statement) throws SQLException {
    for (int i = 0; i < HEAVY_ROWS; i++) {
      int unused =
          statement.executeUpdate(
              "INSERT INTO t_outbox_instance (owner, alive_until) VALUES ('%d', '2000-01-01')"
                  .formatted(i));
    }
  }
}
