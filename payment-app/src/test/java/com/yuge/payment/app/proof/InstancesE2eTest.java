package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.outbox.operations.OperateOutbox;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Several instances, each a process, share the work; what one leaves, the others carry on. */
@Tag("slow")
class InstancesE2eTest {
  /** So many that each partition surely has some. */
  private static final int ORDERS = 300;

  /** Threads; each takes time from the processes that start meanwhile. */
  private static final int LOAD = ProofScale.LONG ? 2 : 1;

  private final ProofEnvironment environment = ProofEnvironment.open("proof_instances");
  private final RelayService producer = RelayService.startProducer(environment);
  private final OutboxRows rows = new OutboxRows(producer.jdbc());
  private final ProofTopic topic = environment.topic();
  private final List<RelayChild> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(RelayChild::close);
    topic.close();
    producer.close();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGSTOP.")
  void theyShareAndTakeOverAndAWokenOneActsOnNothingThatIsNotItsOwn() {
    RelayChild first = start("first");
    RelayChild second = start("second");
    share("2 instances have their shares", List.of(first, second), 8, 8);
    try (Load load = Load.start(LOAD, producer.payments())) {
      await().atMost(OutboxRows.SOON).until(() -> load.count() > ORDERS);
      RelayChild third = start("third");
      share("a third joins", List.of(first, second, third), 5, 5, 6);
    }
    rows.awaitNothingWaits();
    List<String> sentTwice = stopPastItsLease(first, started.subList(1, 3));
    share("it is awake, 3 have their shares", started, 5, 5, 6);
    pauseAndResume();
    killUnderLoad(second);
    DeliveryReport report = DeliveryReport.of(rows, topic).requireComplete();
    tell(report, sentTwice);
    Set<String> inDoubt = new HashSet<>();
    started.forEach(child -> inDoubt.addAll(child.inDoubt()));
    assertThat(report.duplicates()).isSubsetOf(inDoubt).containsAll(sentTwice);
  }

  private static void tell(DeliveryReport report, List<String> sentTwice) {
    System.out.printf(
        "instances: %d events, %d duplicates, %d of them sent by the stopped one%n",
        report.committed().size(), report.duplicates().size(), sentTwice.size());
  }

  private void killUnderLoad(RelayChild killed) {
    List<RelayChild> others = started.stream().filter(one -> one != killed).toList();
    try (Load load = Load.start(LOAD, producer.payments())) {
      await().atMost(OutboxRows.SOON).until(() -> load.count() > ORDERS);
      killed.kill();
      share("one is killed, 2 have taken over", others, 8, 8);
    }
  }

  /** By the operators' own means; what is committed meanwhile waits, and comes afterwards. */
  private void pauseAndResume() {
    OperateOutbox operate = producer.bean(OperateOutbox.class);
    OperatorReason reason = new OperatorReason("proof", "to see them wait");
    Set<String> meanwhile = new HashSet<>();
    assertThat(operate.pause(reason)).isTrue();
    rows.awaitWatches(started.size());
    for (int i = 0; i < ORDERS; i++) {
      PayNo unused = producer.payments().one(meanwhile::add);
    }
    rows.awaitWatches(started.size());
    assertThat(rows.pending()).containsAll(meanwhile);
    assertThat(operate.resume(reason)).isTrue();
    rows.awaitNothingWaits();
  }

  /** Returns what the one sent before it was stopped, and the others sent again. */
  private List<String> stopPastItsLease(RelayChild stopped, List<RelayChild> awake) {
    stopped.holdsAt(Boundary.AFTER_SEND);
    producer.payments().several(ORDERS);
    int held = rows.held().getOrDefault(stopped.pid(), 0);
    await().atMost(OutboxRows.SOON).until(() -> stopped.batchesHeld() == held);
    await().atMost(OutboxRows.SOON).until(() -> rows.pendingElsewhere(stopped.pid()) == 0);
    List<String> sent = stopped.eventsHeld();

    awake.forEach(one -> one.holdsAt(Boundary.AFTER_SEND));
    stopped.freeze();
    share("one stopped past its lease, 2 have taken over", awake, 8, 8);
    await().atMost(OutboxRows.SOON).until(() -> waiting(awake) == held);
    stopped.goesOnOnceAwake();
    stopped.wake();
    await().atMost(OutboxRows.SOON).until(() -> stopped.acksRefused() == held);

    assertThat(rows.pending()).as("what it sent").containsAll(sent);
    awake.forEach(RelayChild::goesOn);
    return sent;
  }

  private static long waiting(List<RelayChild> processes) {
    return processes.stream().mapToLong(RelayChild::batchesHeld).sum();
  }

  private RelayChild start(String name) {
    RelayChild child = RelayChild.start(name, environment);
    started.add(child);
    return child;
  }

  private void share(String what, List<RelayChild> processes, Integer... shares) {
    processes.forEach(RelayChild::awaitReady);
    long begin = System.nanoTime();
    rows.awaitShared(processes, shares);
    System.out.printf("instances: %s after %d ms%n", what, (System.nanoTime() - begin) / 1_000_000);
  }
}
