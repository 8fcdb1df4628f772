package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.fakes.InMemoryOutboxDesk;
import com.yuge.payment.domain.fixtures.Watch;
import com.yuge.payment.domain.outbox.operations.OutboxReports;
import com.yuge.payment.domain.outbox.relay.Batch;
import com.yuge.payment.domain.outbox.relay.BatchResult;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.out.outbox.OutboxHealth.Condition;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;

/** What metrics and health say of a relay. */
class RelayWatchTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String PAY_NO = "PAY20240101123000123000000000001";

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final InMemoryOutboxDesk desk = new InMemoryOutboxDesk();
  private final OutboxSnapshot snapshot = new OutboxSnapshot(desk, 100, CLOCK);
  private long nanos;
  private final RelayStatus status = new RelayStatus(() -> nanos, Duration.ofSeconds(20));
  private final RelayListeners relay =
      new RelayListeners(List.of(status, new RelayMeters(meters, CLOCK)));
  private RelayState life = RelayState.RUNNING;
  private final OutboxHealth health = new OutboxHealth(snapshot, status, Optional.of(() -> life));

  @Test
  void whatBecameOfBatchesIsCounted() {
    batchEnded(BatchResult.Status.PUBLISHED, false, 0);
    batchEnded(BatchResult.Status.PUBLISHED, true, 0);
    batchEnded(BatchResult.Status.REFUSED, false, 1);
    batchEnded(BatchResult.Status.BLOCKED, false, 0);
    batchEnded(BatchResult.Status.UNSENT, false, 1);
    batchEnded(BatchResult.Status.UNACKED, false, 2);
    batchEnded(BatchResult.Status.FENCED, false, 0);
    relay.paused(new IllegalStateException("away"), 1);

    assertThat(count("published")).isEqualTo(2);
    assertThat(count("replayed")).isEqualTo(2);
    assertThat(count("refused")).isEqualTo(1);
    assertThat(count("blocks")).isEqualTo(1);
    assertThat(count("trouble")).isEqualTo(2);
    assertThat(count("duplicates.possible")).isEqualTo(4);
    assertThat(count("pauses")).isEqualTo(1);
  }

  @Test
  void theTimeFromCommitToAckIsThatOfFirstPublicationsOnly() {
    batchEnded(BatchResult.Status.PUBLISHED, false, 0);
    batchEnded(BatchResult.Status.PUBLISHED, true, 0);

    var timer = meters.get("payment.outbox.commit.to.ack").timer();
    assertThat(timer.count()).isEqualTo(2);
    assertThat(timer.max(TimeUnit.SECONDS)).isEqualTo(5);
  }

  @Test
  void gaugesTellTheLastCountAndNothingWhenItFailed() {
    snapshot.bindTo(meters);
    assertThat(gauge("pending")).isNaN();
    desk.append(PAY_NO, PAY_NO + "-1", "TAG", NOW.minusSeconds(7));

    snapshot.take();

    assertThat(gauge("pending")).isEqualTo(1);
    assertThat(gauge("oldest.age.seconds")).isEqualTo(7);
  }

  @Test
  void theLastCountCountsUntilTheNextOneIsDone() {
    Watch watch = new Watch();
    OutboxSnapshot slow = new OutboxSnapshot(watch.over(OutboxReports.class, desk), 1, CLOCK);
    slow.take();
    List<Boolean> known = new ArrayList<>();
    watch.after("OutboxReports.state", () -> known.add(slow.last().isPresent()));

    slow.take();

    assertThat(known).containsExactly(true);
  }

  @Test
  void aCountThatFailsIsNotTheLastThatWorked() {
    Watch watch = new Watch();
    OutboxSnapshot shaky = new OutboxSnapshot(watch.over(OutboxReports.class, desk), 1, CLOCK);
    shaky.take();
    watch.breaks("OutboxReports.state");

    assertThatThrownBy(shaky::take).hasMessage("away");

    assertThat(shaky.last()).isEmpty();
  }

  @Test
  void healthIsUpAndSaysWhatAnOperatorShouldKnow() {
    relay.partitionsChanged(BitSet.valueOf(new long[] {0b1001}));
    snapshot.take();
    assertThat(condition()).isEqualTo(Condition.FLOWING);
    assertThat(health.health().getDetails()).containsEntry("partitionsHeld", 2);

    desk.block(PAY_NO, NOW);
    snapshot.take();
    assertThat(condition()).isEqualTo(Condition.BLOCKED);

    assertThat(desk.pause(true)).isTrue();
    snapshot.take();
    assertThat(condition()).isEqualTo(Condition.PAUSED);
  }

  @ParameterizedTest
  @CsvSource({"DIED, DIED", "RESTARTING, RESTARTING"})
  void aDeadRelayIsDown(RelayState dead, Condition told) {
    life = dead;

    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.health().getDetails()).containsEntry("condition", told);
  }

  @Test
  void troubleIsToldWhileItLasts() {
    relay.partitionsChanged(BitSet.valueOf(new long[] {0b1001}));
    batchEnded(BatchResult.Status.UNSENT, false, 1);
    assertThat(condition()).isEqualTo(Condition.TROUBLED);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    batchEnded(BatchResult.Status.PUBLISHED, false, 0);
    assertThat(condition()).isEqualTo(Condition.FLOWING);

    relay.paused(new IllegalStateException("away"), 1);
    assertThat(condition()).isEqualTo(Condition.TROUBLED);
    nanos += Duration.ofSeconds(20).toNanos();
    assertThat(condition()).isEqualTo(Condition.FLOWING);
  }

  @Test
  void anotherInstancesTroubleIsNotOurs() {
    relay.partitionsChanged(BitSet.valueOf(new long[] {0b1000}));
    batchEnded(BatchResult.Status.UNSENT, false, 1);

    relay.partitionsChanged(new BitSet());

    assertThat(status.failing()).isZero();
    assertThat(status.runsMaintenance()).isFalse();
  }

  private @Nullable Object condition() {
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    return health.health().getDetails().get("condition");
  }

  private void batchEnded(BatchResult.Status result, boolean replay, int failures) {
    List<PendingEvent> two = List.of(event(1), event(2));
    relay.batchEnded(
        new BatchResult(new Batch(new Lease(3, 1), two, false, replay), result, ""), failures);
  }

  private static PendingEvent event(long row) {
    return new PendingEvent(row, 3, "E" + row, "K", "TAG", "{}", Map.of(), NOW.minusSeconds(5));
  }

  private double count(String name) {
    return meters.get("payment.outbox." + name).counter().count();
  }

  private double gauge(String name) {
    return meters.get("payment.outbox." + name).gauge().value();
  }
}
