package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.fixtures.Watch;
import com.yuge.payment.domain.outbox.relay.BatchResult;
import com.yuge.payment.domain.outbox.relay.BlockedKeys;
import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RelayListener;
import com.yuge.payment.domain.outbox.relay.RelayPorts;
import com.yuge.payment.domain.outbox.relay.Workers;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.out.jdbc.OutboxTables;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Errors do to the thread that publishes: nothing that lasts. */
class RelayThreadTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private final Error noMemory = new OutOfMemoryError("test");

  private final Watch watch = new Watch();
  private final Watch store = new Watch();
  private final RelaySignalQueue queue = new RelaySignalQueue();
  private final ScriptedSender broker = new ScriptedSender();
  private final AtomicInteger workersToDie = new AtomicInteger();
  private final List<Throwable> deaths = new CopyOnWriteArrayList<>();
  private final List<RelayState> statesWhenDead = new CopyOnWriteArrayList<>();
  private final OutboxRelay relay =
      OutboxRelayTest.relay("a", this::ports, queue, Duration.ofMillis(100), this::died);

  @BeforeEach
  void nothingWaits() {
    OutboxTables.clear();
  }

  @AfterEach
  void stop() {
    relay.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PartitionLeases.renew",
        "PendingEvents.read",
        "PendingEvents.ack",
        "BlockedKeys.block",
        "EventSender.send",
        "Workers.run",
        "RelayListener.partitionsChanged",
        "RelayListener.batchEnded"
      })
  void itSurvivesAnErrorAtEachCall(String call) {
    String refused = append();
    broker.refuse(refused);
    String other = append();
    watch.breaks(call, noMemory);

    relay.start();
    await().atMost(SOON).until(() -> calls(call) > 0);
    watch.heals();

    await().atMost(SOON).until(() -> OutboxTables.pending() == 1);
    assertThat(broker.keptIds()).contains(other).doesNotContain(refused);
    await().atMost(SOON).until(() -> relay.state() == RelayState.RUNNING);
  }

  @Test
  void itSurvivesAnErrorWhileItTellsOfTrouble() {
    String id = append();
    store.breaks("PartitionLeases.renew", new StoreUnavailable("away", new Throwable("test")));
    watch.breaks("RelayListener.paused", noMemory);

    relay.start();
    await().atMost(SOON).until(() -> deaths.size() > 2);
    assertThat(deaths).containsOnly(noMemory);
    watch.heals();
    store.heals();

    await().atMost(SOON).until(() -> OutboxTables.pending() == 0);
    assertThat(broker.keptIds()).containsExactly(id);
  }

  @Test
  void aWorkerThatDiesLeavesNoPartitionWaitingForItsResult() {
    workersToDie.set(1);
    String id = append();

    relay.start();

    await().atMost(SOON).until(() -> OutboxTables.pending() == 0);
    assertThat(broker.keptIds()).containsExactly(id);
    assertThat(deaths).singleElement().extracting(Throwable::getCause).isSameAs(noMemory);
  }

  @Test
  void whileItIsDeadItSaysSo() {
    append();
    watch.breaks("RelayListener.batchEnded", noMemory);

    relay.start();

    await().atMost(SOON).until(() -> !statesWhenDead.isEmpty());
    assertThat(statesWhenDead).containsOnly(RelayState.RESTARTING);
    relay.stop();
    assertThat(relay.state()).isEqualTo(RelayState.STOPPED);
  }

  @Test
  void aStopWhileTheDatabaseIsAwayIsNoDeath() {
    relay.start();
    await().atMost(SOON).until(() -> calls("PartitionLeases.renew") > 0);
    watch.breaks("PartitionLeases.release");

    relay.stop();

    assertThat(watch.calls()).contains("PartitionLeases.release");
    assertThat(deaths).isEmpty();
  }

  private void died(Throwable error) {
    deaths.add(error);
    statesWhenDead.add(relay.state());
  }

  private RelayPorts ports(Workers workers) {
    Workers watched = watch.over(Workers.class, task -> workers.run(() -> mayDie(task)));
    RelayPorts real = OutboxTables.ports(broker, watched, new LoggingRelayListener());
    return new RelayPorts(
        watch.over(PartitionLeases.class, store.over(PartitionLeases.class, real.leases())),
        watch.over(PendingEvents.class, real.pending()),
        real.replays(),
        watch.over(BlockedKeys.class, real.blocked()),
        watch.over(EventSender.class, real.sender()),
        watched,
        watch.over(RelayListener.class, real.listener()));
  }

  private List<BatchResult> mayDie(Supplier<List<BatchResult>> task) {
    if (workersToDie.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw noMemory;
    }
    return task.get();
  }

  private static String append() {
    return OutboxTables.append((partition, row) -> {});
  }

  private long calls(String call) {
    return watch.calls().stream().filter(call::equals).count();
  }
}
