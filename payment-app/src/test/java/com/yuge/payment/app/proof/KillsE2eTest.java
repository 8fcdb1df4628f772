package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An instance dies at each boundary; the next one carries on, and duplicates are explained. */
class KillsE2eTest {
  private static final int ORDERS = ProofScale.LONG ? 500 : 30;

  private static final int ATTEMPTS = 5;

  private final ProofEnvironment environment = ProofEnvironment.open("proof_kills");
  private final RelayService producer = RelayService.startProducer(environment);
  private final OutboxRows rows = new OutboxRows(producer.jdbc());
  private final ProofTopic topic = environment.topic();
  private final List<Death> deaths = new ArrayList<>();
  private RelayChild instance = RelayChild.start("life-0", environment);

  /** How one died, and what it had sent, or was about to send, and had not acked by then. */
  private record Death(String when, int committedBefore, Set<String> inDoubt) {}

  @AfterEach
  void end() {
    instance.close();
    topic.close();
    producer.close();
  }

  @Test
  void whereverItDiesEveryCommittedEventComesInOrderAndDuplicatesAreExplained() throws Exception {
    int rounds = ProofScale.LONG ? 3 : 1;
    for (int round = 0; round < rounds; round++) {
      for (Boundary boundary : boundaries()) {
        nextLife();
        dieAt(boundary);
      }
      nextLife();
      dieDuringAck();
    }
    nextLife();
    DeliveryReport report = DeliveryReport.of(rows, topic).requireComplete();
    tell(report);
    requireExplained(report.duplicates());
  }

  private void requireExplained(List<String> duplicates) {
    Set<String> inDoubt = instance.inDoubt();
    deaths.forEach(death -> inDoubt.addAll(death.inDoubt()));
    // Where one dies between send and ack there are some for sure.
    assertThat(duplicates).isNotEmpty().isSubsetOf(inDoubt);
  }

  /** In every build those that differ in what the next life finds; all when asked. */
  private static List<Boundary> boundaries() {
    return ProofScale.LONG
        ? List.of(Boundary.values())
        : List.of(Boundary.AFTER_APPEND, Boundary.AFTER_SEND, Boundary.DURING_RELEASE);
  }

  // The one before is dead or was never told to do anything.
  private void nextLife() {
    if (!deaths.isEmpty()) {
      instance = RelayChild.start("life-" + deaths.size(), environment);
    }
    instance.awaitReady();
    rows.awaitShared(List.of(instance), 16);
    rows.awaitNothingWaits();
  }

  private void dieAt(Boundary boundary) {
    int before = rows.committed().size();
    switch (boundary) {
      case AFTER_APPEND, AFTER_COMMIT -> {
        producer.payments().several(ORDERS);
        instance.diesAt(boundary);
        instance.beginsToPay();
      }
      case DURING_RELEASE -> {
        instance.diesAt(boundary);
        producer.payments().several(ORDERS);
        instance.askToStop();
      }
      default -> {
        instance.diesAt(boundary);
        producer.payments().several(ORDERS);
      }
    }
    instance.awaitEnd();
    assertThat(instance.diedAtItsBoundary()).isTrue();
    deaths.add(new Death(boundary.words, before, instance.inDoubt()));
  }

  private void dieDuringAck() throws SQLException {
    int before = rows.committed().size();
    for (int attempt = 1; !diesWaitingForLocks(); attempt++) {
      assertThat(attempt).as("times that it waited for no lock").isLessThan(ATTEMPTS);
      rows.awaitShared(List.of(instance), 16);
      rows.awaitNothingWaits();
    }
    deaths.add(new Death("during ack", before, instance.inDoubt()));
  }

  // The database has its statements, which wait for locks that somebody else holds. On a busy
  // machine its leases may end before it sends anything: they cannot be renewed behind the locks.
  private boolean diesWaitingForLocks() throws SQLException {
    try (Connection locks = environment.connect();
        Statement statement = locks.createStatement()) {
      locks.setAutoCommit(false);
      statement.executeQuery("SELECT partition_no FROM t_outbox_partition FOR UPDATE").close();
      producer.payments().several(ORDERS);
      boolean waits = LockWaits.comes(producer.jdbc(), ProofEnvironment.LEASE.multipliedBy(2));
      if (waits) {
        instance.kill();
      }
      locks.rollback();
      return waits;
    }
  }

  private void tell(DeliveryReport report) {
    System.out.printf("%-26s %9s %10s %11s%n", "killed", "events", "in doubt", "duplicates");
    for (int i = 0; i < deaths.size(); i++) {
      Death death = deaths.get(i);
      int end =
          i + 1 < deaths.size() ? deaths.get(i + 1).committedBefore() : report.committed().size();
      List<String> events = report.committed().subList(death.committedBefore(), end);
      long duplicates = report.duplicates().stream().filter(events::contains).count();
      System.out.printf(
          "%-26s %9d %10d %11d%n", death.when(), events.size(), death.inDoubt().size(), duplicates);
    }
  }
}
