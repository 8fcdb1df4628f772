package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several instances, each a process, share the work; what one leaves, the others carry on. */
class InstancesE2eTest {
  /** So many that each partition surely has some. */
  private static final int ORDERS = 300;

  private final Ground ground = Ground.open("proof_instances");
  private final RelayService producer = RelayService.startProducer(ground);
  private final OutboxRows rows = new OutboxRows(producer.jdbc());
  private final ProofTopic topic = ground.topic();
  private final List<RelayChild> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(RelayChild::close);
    topic.close();
    producer.close();
  }

  @Test
  void theyShareAndTakeOverAndAWokenOneActsOnNothingThatIsNotItsOwn() {
    RelayChild killed = start("killed");
    RelayChild stopped = start("stopped");
    RelayChild other = start("other");
    share("3 instances have their shares", List.of(killed, stopped, other), 5, 5, 6);

    Set<String> explained = new HashSet<>();
    try (Load load = Load.start(2, producer.payments())) {
      await().atMost(OutboxRows.SOON).until(() -> load.count() > ORDERS);
      killed.kill();
      explained.addAll(rows.pending());
      share("one killed, 2 have taken over", List.of(stopped, other), 8, 8);
      RelayChild joins = start("joins");
      share("one joins, 3 have their shares", List.of(stopped, other, joins), 5, 5, 6);
    }
    rows.awaitNothingWaits();
    List<RelayChild> awake = List.of(other, started.get(3));
    List<String> sentTwice = stopPastItsLease(stopped, awake);

    explained.addAll(sentTwice);
    started.forEach(child -> explained.addAll(child.idsAfter(Failpoints.DOUBTS)));
    Story story = Story.of(rows, topic).requireComplete();
    System.out.printf(
        "instances: %d events, %d duplicates: %d of the stopped one's, the rest the killed one's%n",
        story.committed().size(), story.duplicates().size(), sentTwice.size());
    assertThat(story.duplicates()).isSubsetOf(explained).containsAll(sentTwice);
  }

  /** Returns what the one sent before it was stopped, and the others sent again. */
  private List<String> stopPastItsLease(RelayChild stopped, List<RelayChild> awake) {
    stopped.tell("wait " + Boundary.AFTER_SEND);
    producer.payments().several(ORDERS);
    int held = rows.held().getOrDefault(stopped.pid(), 0);
    await().atMost(OutboxRows.SOON).until(() -> stopped.timesSaid(Failpoints.WAITS) == held);
    await().atMost(OutboxRows.SOON).until(() -> rows.pendingElsewhere(stopped.pid()) == 0);
    List<String> sent = stopped.idsAfter(Failpoints.WAITS);

    awake.forEach(one -> one.tell("wait " + Boundary.AFTER_SEND));
    stopped.signal("STOP");
    share("one stopped past its lease, 2 have taken over", awake, 8, 8);
    await().atMost(OutboxRows.SOON).until(() -> waiting(awake) == held);
    stopped.send("go");
    stopped.signal("CONT");
    await().atMost(OutboxRows.SOON).until(() -> stopped.timesSaid(Failpoints.FENCED) == held);

    assertThat(rows.pending()).as("what it sent").containsAll(sent);
    awake.forEach(one -> one.tell("go"));
    return sent;
  }

  private static long waiting(List<RelayChild> processes) {
    return processes.stream().mapToLong(one -> one.timesSaid(Failpoints.WAITS)).sum();
  }

  private RelayChild start(String name) {
    RelayChild child = RelayChild.start(name, ground);
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
