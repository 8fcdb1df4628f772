package com.yuge.payment.out.outbox;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.RelayPorts;
import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.outbox.relay.Workers;
import com.yuge.payment.domain.shared.LongestTransaction;
import com.yuge.payment.out.jdbc.OutboxTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay over the real database; the broker is scripted. */
class OutboxRelayTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final ScriptedSender broker = new ScriptedSender();
  private final List<OutboxRelay> relays = new ArrayList<>();
  private final List<Throwable> deaths = new CopyOnWriteArrayList<>();

  @BeforeEach
  void nothingWaits() {
    OutboxTables.clear();
  }

  @AfterEach
  void stop() {
    relays.forEach(OutboxRelay::stop);
    assertThat(deaths).isEmpty();
  }

  @Test
  void everythingThatWaitsIsPublishedOnceAndInOrder() {
    List<String> ids = appended(500);

    relay("a", new RelaySignalQueue(), Duration.ofMillis(500)).start();

    awaitPublished();
    assertThat(broker.keptIds()).containsExactlyInAnyOrderElementsOf(ids);
    assertInOrder();
    assertThat(broker.overlaps()).isEmpty();
  }

  @Test
  void aCommitWakesTheRelayLongBeforeItWouldPoll() {
    RelaySignalQueue queue = new RelaySignalQueue();
    relay("a", queue, Duration.ofHours(1)).start();
    await().atMost(SOON).until(() -> owns("a") == 16);
    long before = System.nanoTime();

    String id = OutboxTables.append(queue);

    await()
        .pollInterval(Duration.ofMillis(1))
        .atMost(SOON)
        .until(() -> broker.keptIds().contains(id));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    awaitPublished();
  }

  @Test
  void whatAnotherInstanceWroteIsFoundByPolling() {
    relay("a", new RelaySignalQueue(), Duration.ofMillis(100)).start();
    await().atMost(SOON).until(() -> owns("a") == 16);

    String id = OutboxTables.append((elsewhere, row) -> {});

    awaitPublished();
    assertThat(broker.keptIds()).containsExactly(id);
  }

  @Test
  void troubleWithTheBrokerPausesAndLosesNothing() {
    List<String> ids = appended(100);
    broker.failNext(40);

    relay("a", new RelaySignalQueue(), Duration.ofMillis(100)).start();

    awaitPublished();
    assertThat(broker.keptIds()).containsExactlyInAnyOrderElementsOf(ids);
    assertInOrder();
    assertThat(broker.calls()).isGreaterThan(40);
  }

  @Test
  void aRefusedEventIsKeptBackWithItsOrderAndAllOthersFlow() {
    List<String> ids = appended(60);
    String culprit = ids.get(17);
    broker.refuse(culprit);

    relay("a", new RelaySignalQueue(), Duration.ofMillis(100)).start();

    // The others may all be through before it is refused for the last time.
    await()
        .atMost(SOON)
        .until(() -> OutboxTables.pending() == 1 && !OutboxTables.blocked().isEmpty());
    assertThat(broker.keptIds()).hasSize(59).doesNotContain(culprit);
    assertThat(OutboxTables.blocked()).containsExactly(culprit.substring(0, 32));
  }

  @Test
  void replaysComeMarkedAndAfterWhatIsPending() {
    List<String> ids = appended(30);
    OutboxTables.replayAll();

    relay("a", new RelaySignalQueue(), Duration.ofMillis(100)).start();

    await().atMost(SOON).until(() -> broker.kept().size() == 60 && OutboxTables.replays() == 0);
    assertThat(broker.keptIds().stream().distinct()).containsExactlyInAnyOrderElementsOf(ids);
    for (String id : ids) {
      assertThat(broker.kept().stream().filter(event -> event.eventId().equals(id)))
          .extracting(event -> event.headers().containsKey("replay"))
          .containsExactly(false, true);
    }
  }

  @Test
  void aStopFinishesWhatIsOnItsWayAndGivesThePartitionsBack() throws Exception {
    List<String> ids = appended(1);
    CountDownLatch gate = broker.close();
    OutboxRelay relay = relay("a", new RelaySignalQueue(), Duration.ofMillis(100));
    relay.start();
    await().atMost(SOON).until(() -> broker.underway() == 1);

    assertThat(relay.state()).isEqualTo(RelayState.RUNNING);
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(relay::stop);
    await().atMost(SOON).until(() -> relay.state() == RelayState.FINISHING);
    gate.countDown();
    stopped.get(20, TimeUnit.SECONDS);

    assertThat(broker.keptIds()).isEqualTo(ids);
    assertThat(OutboxTables.pending()).isZero();
    assertThat(relay.isRunning()).isFalse();
    assertThat(relay.state()).isEqualTo(RelayState.STOPPED);
    assertThat(owns("b")).isEqualTo(16);
  }

  @Test
  void theNextInstanceGoesOnWhereTheLastOneStopped() {
    OutboxRelay first = relay("a", new RelaySignalQueue(), Duration.ofMillis(100));
    first.start();
    List<String> ids = appended(20);
    awaitPublished();
    first.stop();
    ids.addAll(appended(20));

    relay("b", new RelaySignalQueue(), Duration.ofMillis(100)).start();

    awaitPublished();
    assertThat(broker.keptIds()).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void whoWasRobbedOfItsPartitionAcksNothing() {
    List<String> ids = appended(1);
    CountDownLatch gate = broker.close();
    relay("a", new RelaySignalQueue(), Duration.ofMillis(100)).start();
    await().atMost(SOON).until(() -> broker.underway() == 1);

    OutboxTables.takeOver();
    gate.countDown();

    await().atMost(SOON).until(() -> broker.underway() == 0 && !broker.kept().isEmpty());
    relays.forEach(OutboxRelay::stop);
    assertThat(broker.keptIds()).isEqualTo(ids);
    assertThat(OutboxTables.pending()).isOne();
  }

  private OutboxRelay relay(String owner, RelaySignalQueue queue, Duration poll) {
    OutboxRelay relay =
        relay(
            owner,
            workers -> OutboxTables.ports(broker, workers, new LoggingRelayListener()),
            queue,
            poll,
            deaths::add);
    relays.add(relay);
    return relay;
  }

  static OutboxRelay relay(
      String owner,
      Function<Workers, RelayPorts> ports,
      RelaySignalQueue queue,
      Duration poll,
      Consumer<Throwable> onDeath) {
    RelaySettings settings =
        properties(poll).settings(new LongestTransaction(Duration.ofSeconds(90)));
    return new OutboxRelay(
        () -> RelayRun.begin(owner, ports, queue, settings, 4), queue, settings, onDeath);
  }

  private static OutboxProperties properties(Duration poll) {
    return new OutboxProperties(
        Duration.ofSeconds(10),
        Duration.ofSeconds(3),
        20,
        1 << 20,
        4,
        2,
        100,
        1000,
        poll,
        poll,
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        new OutboxProperties.Relay(true));
  }

  private static int owns(String owner) {
    return OutboxTables.leases().renew(owner, Duration.ofSeconds(10)).held().size();
  }

  private static void awaitPublished() {
    await().atMost(SOON).until(() -> OutboxTables.pending() == 0);
  }

  private void assertInOrder() {
    assertThat(
            broker.kept().stream().collect(Collectors.groupingBy(PendingEvent::partition)).values())
        .allSatisfy(events -> assertThat(events).extracting(PendingEvent::rowId).isSorted());
  }

  private static List<String> appended(int count) {
    List<String> ids = new ArrayList<>();
    range(0, count).forEach(i -> ids.add(OutboxTables.append((partition, row) -> {})));
    return ids;
  }
}
