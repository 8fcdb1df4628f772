package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.fakes.InMemoryOutboxDesk;
import com.yuge.payment.domain.fixtures.Watch;
import com.yuge.payment.domain.outbox.operations.EventLog;
import com.yuge.payment.domain.outbox.operations.OutboxReports;
import com.yuge.payment.domain.outbox.operations.TrimEventLog;
import com.yuge.payment.domain.retention.AgedRecords.Kind;
import com.yuge.payment.domain.retention.AgedRecords.Trimmed;
import com.yuge.payment.domain.retention.TrimRecords;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done beside publishing, and by whom. */
class OutboxMaintenanceTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration ROUND = Duration.ofMillis(100);
  private static final int CHUNK = 10;
  private static final int LAST_ROW = 35;

  private final Watch watch = new Watch();
  private final OutboxReports reports = watch.over(OutboxReports.class, new InMemoryOutboxDesk());
  private final OutboxSnapshot snapshot = new OutboxSnapshot(reports, 100, Clock.systemUTC());
  private final RelayStatus status = new RelayStatus(System::nanoTime, Duration.ofSeconds(1));
  private final LongLog log = new LongLog();
  private final TrimEventLog trim = new TrimEventLog(log, Duration.ofDays(7), CHUNK);
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger recordTrims = new AtomicInteger();
  private int recordTroubles;
  private boolean recordsEnd = true;
  private OutboxMaintenance maintenance = maintenance(ROUND);

  /** Holds 35 events, all of which may go; notes after which row it was trimmed. */
  private static final class LongLog implements EventLog {
    private final List<Long> trims = new ArrayList<>();
    private int troubles;

    @Override
    public synchronized EventLog.Trimmed trim(long afterRow, Duration retention, int limit) {
      trims.add(afterRow);
      if (troubles-- > 0) {
        throw new OutOfMemoryError("test");
      }
      return new EventLog.Trimmed(limit, afterRow + limit, afterRow + limit >= LAST_ROW);
    }

    synchronized List<Long> trims() {
      return List.copyOf(trims);
    }
  }

  private OutboxMaintenance maintenance(Duration rounds) {
    Duration pause = Duration.ofMillis(1);
    return new OutboxMaintenance(
        new MaintenanceTasks(snapshot, trim, recordTrimming(rounds)),
        status,
        new OutboxMaintenanceProperties(Duration.ofDays(7), CHUNK, pause, rounds, ROUND, 100),
        meters);
  }

  private RecordTrimming recordTrimming(Duration rounds) {
    Duration kept = Duration.ofDays(180);
    RetentionProperties properties =
        new RetentionProperties(
            kept,
            kept,
            kept,
            kept,
            kept,
            kept,
            kept,
            kept,
            kept,
            kept,
            CHUNK,
            Duration.ofMillis(1),
            rounds);
    TrimRecords trimRecords = new TrimRecords(this::trimRecords, properties.byKind(), CHUNK);
    return new RecordTrimming(trimRecords, status, properties, meters);
  }

  /** Of each kind there are two chunks, or no end of them. */
  private Trimmed trimRecords(Kind kind, long after, Duration retention, int limit) {
    if (recordTrims.getAndIncrement() < recordTroubles) {
      throw new OutOfMemoryError("test");
    }
    return new Trimmed(limit, after + limit, recordsEnd && after > 0);
  }

  @AfterEach
  void stop() {
    maintenance.stop();
  }

  @Test
  void theMaintainerTrimsChunkByChunkToTheEndAndThenFromTheBeginning() {
    owns(0);

    maintenance.start();

    await().atMost(SOON).until(() -> log.trims().size() >= 5);
    assertThat(log.trims()).startsWith(0L, 10L, 20L, 30L, 0L);
  }

  @Test
  void whoDoesNotOwnTheFirstPartitionCountsButTrimsNothing() {
    owns(1);

    maintenance.start();

    // Until the third count a trim would have come as well.
    await().atMost(SOON).until(() -> samples() >= 3);
    assertThat(log.trims()).isEmpty();
    assertThat(recordTrims).hasValue(0);
  }

  @Test
  void theMaintainerTrimsRecordsOfEveryKindAndCountsThem() {
    owns(0);
    recordTroubles = 1;

    maintenance.start();

    for (String kind : List.of("callback", "refused_callback", "step", "operator_action")) {
      await().atMost(SOON).until(() -> trimmed(kind) >= 2 * CHUNK);
    }
    assertThat(maintenance.isDead()).isFalse();
  }

  /** As when an instance is the first that trims a table of years. */
  @Test
  void aRunOfTrimmingRecordsComesToAnEndAndTheNextGoesOn() {
    owns(0);
    recordsEnd = false;
    RecordTrimming trimming = recordTrimming(ROUND);

    trimming.run();
    assertThat(recordTrims).hasValue(RecordTrimming.MOST_CHUNKS);

    recordsEnd = true;
    trimming.run();
    assertThat(trimmed("callback")).isEqualTo((RecordTrimming.MOST_CHUNKS + 1) * CHUNK);
  }

  private double trimmed(String kind) {
    Counter counter = meters.find("payment.records.trimmed").tag("kind", kind).counter();
    return counter == null ? 0 : counter.count();
  }

  @Test
  void anErrorPassesAndTheSameChunkIsTriedAgain() {
    owns(0);
    log.troubles = 1;

    maintenance.start();

    await().atMost(SOON).until(() -> log.trims().size() >= 3);
    assertThat(log.trims()).startsWith(0L, 0L, 10L);
    assertThat(maintenance.isDead()).isFalse();
  }

  /** Else nobody would know for as long as the rounds through the log are apart. */
  @Test
  void aCountThatAnErrorEndedComesAgainAsSoonAsAnyOther() {
    watch.after(
        "OutboxReports.state",
        () -> {
          throw new OutOfMemoryError("test");
        });
    maintenance = maintenance(Duration.ofHours(1));

    maintenance.start();

    await().atMost(SOON).until(() -> snapshot.last().isPresent());
    assertThat(samples()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void itCanBeStoppedAndStartedAgain() {
    maintenance.start();
    maintenance.start();
    assertThat(maintenance.isRunning()).isTrue();
    awaitNextSample();

    maintenance.stop();
    maintenance.stop();
    assertThat(maintenance.isRunning()).isFalse();

    maintenance.start();
    awaitNextSample();
  }

  private void owns(int partition) {
    BitSet held = new BitSet();
    held.set(partition);
    status.partitionsChanged(held);
  }

  private int samples() {
    return watch.calls().size();
  }

  private void awaitNextSample() {
    int before = samples();
    await().atMost(SOON).until(() -> samples() > before);
  }
}
