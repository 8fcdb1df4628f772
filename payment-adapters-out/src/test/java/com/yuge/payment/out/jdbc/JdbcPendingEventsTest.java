package com.yuge.payment.out.jdbc;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.relay.HeldLease;
import com.yuge.payment.domain.relay.Lease;
import com.yuge.payment.domain.relay.PendingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcPendingEventsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final List<Integer> ALL = range(0, 16).boxed().toList();

  private final JdbcPendingEvents pending =
      new JdbcPendingEvents(TestDatabase.jdbc(), TestDatabase.transactions());
  private final JdbcPartitionLeases leases =
      new JdbcPartitionLeases(TestDatabase.jdbc(), TestDatabase.transactions());

  @BeforeEach
  void nothingWaits() {
    OutboxTables.clear();
  }

  @Test
  void headsAreTheOldestOfEachPartitionInOrder() {
    List<String> ids = appended(100);

    List<PendingEvent> all = pending.heads(ALL, 100);
    List<PendingEvent> heads = pending.heads(ALL, 2);

    assertThat(all).extracting(PendingEvent::eventId).containsExactlyElementsOf(ids);
    for (Integer partition : ALL) {
      assertThat(of(heads, partition)).isEqualTo(of(all, partition).stream().limit(2).toList());
    }
  }

  @Test
  void onlyThePartitionsAskedForAreRead() {
    appended(50);
    int some = pending.heads(ALL, 1).get(0).partition();

    assertThat(pending.heads(List.of(some), 100)).isNotEmpty().allMatch(e -> e.partition() == some);
    assertThat(pending.heads(List.of(), 100)).isEmpty();
  }

  @Test
  void anEventCarriesWhatItWasStoredWith() {
    String id = OutboxTables.append(partition -> {});

    PendingEvent event = pending.heads(ALL, 1).get(0);

    assertThat(event.eventId()).isEqualTo(id);
    assertThat(event.key()).isEqualTo(id.substring(0, 32));
    assertThat(event.tag()).isEqualTo("PAYMENT_SUCCEEDED");
    assertThat(event.payload()).contains("\"amount\":99.99").contains("\"version\":\"1.0\"");
    assertThat(event.headers()).containsKeys("traceparent", "traceId");
  }

  @Test
  void theOwnerStrikesOffWhatItPublished() {
    appended(60);
    Lease lease = lease("a");
    List<PendingEvent> mine = pending.heads(List.of(lease.partition()), 2);

    assertThat(pending.ack("a", lease, rowIds(mine))).isTrue();

    assertThat(pending.heads(ALL, 100)).hasSize(60 - mine.size()).doesNotContainAnyElementsOf(mine);
  }

  @Test
  void aFormerOwnerStrikesOffNothing() {
    appended(60);
    Lease lease = lease("a");
    List<Long> mine = rowIds(pending.heads(List.of(lease.partition()), 100));

    assertThat(pending.ack("b", lease, mine)).isFalse();
    assertThat(pending.ack("a", new Lease(lease.partition(), lease.epoch() - 1), mine)).isFalse();

    assertThat(OutboxTables.pending()).isEqualTo(60);
  }

  @Test
  void whatSomebodyElseStruckOffMeanwhileIsNoTrouble() {
    appended(100);
    Lease lease = lease("a");
    List<Long> mine = rowIds(pending.heads(List.of(lease.partition()), 3));
    assertThat(pending.ack("a", lease, mine.subList(0, 1))).isTrue();

    assertThat(pending.ack("a", lease, mine)).isTrue();

    assertThat(OutboxTables.pending()).isEqualTo(100 - mine.size());
  }

  @Test
  void anAckDuringATakeOverStrikesOffNothing() throws Exception {
    appended(60);
    Lease lease = lease("a");
    List<Long> mine = rowIds(pending.heads(List.of(lease.partition()), 100));

    CompletableFuture<Boolean> acked =
        TestDatabase.transactions()
            .call(
                () -> {
                  OutboxTables.takeOver();
                  CompletableFuture<Boolean> waiting =
                      CompletableFuture.supplyAsync(() -> pending.ack("a", lease, mine));
                  await().until(() -> waitsForALock() || waiting.isDone());
                  assertThat(waiting).isNotDone();
                  return waiting;
                });

    assertThat(acked.get(20, TimeUnit.SECONDS)).isFalse();
    assertThat(OutboxTables.pending()).isEqualTo(60);
  }

  private static boolean waitsForALock() {
    return TestDatabase.jdbc()
            .sql(
                """
                SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'
                """)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Measured elsewhere: a DELETE ... IN (...) would wait here until the lock wait times out. */
  @Test
  void anAckDoesNotWaitForAnOpenInsertInItsPartition() {
    appended(400);
    Lease lease = lease("a");
    List<Long> mine = rowIds(pending.heads(List.of(lease.partition()), 200));

    boolean acked =
        TestDatabase.transactions()
            .call(
                () -> {
                  insertInto(lease.partition());
                  return inAnotherThread(() -> pending.ack("a", lease, mine));
                });

    assertThat(acked).isTrue();
  }

  private static void insertInto(int partition) {
    RowCounts.one(
        TestDatabase.jdbc()
            .sql("INSERT INTO t_outbox_pending VALUES (?, 9000000000, 'open')")
            .param(partition)
            .update());
  }

  private static boolean inAnotherThread(java.util.concurrent.Callable<Boolean> work) {
    try {
      return CompletableFuture.supplyAsync(
              () -> {
                try {
                  return work.call();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              })
          .get(1500, TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      throw new AssertionError("did not end while the insert was open", e);
    }
  }

  private Lease lease(String owner) {
    int partition = pending.heads(ALL, 1).get(0).partition();
    return leases.keep(owner, LONG).stream()
        .map(HeldLease::lease)
        .filter(lease -> lease.partition() == partition)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> appended(int count) {
    List<String> ids = new ArrayList<>();
    range(0, count).forEach(i -> ids.add(OutboxTables.append(partition -> {})));
    return ids;
  }

  private static List<PendingEvent> of(List<PendingEvent> events, int partition) {
    return events.stream().filter(e -> e.partition() == partition).collect(Collectors.toList());
  }

  private static List<Long> rowIds(List<PendingEvent> events) {
    return events.stream().map(PendingEvent::rowId).toList();
  }
}
