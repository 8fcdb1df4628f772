package com.yuge.payment.out.jdbc;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.contracts.PendingEventsContract;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.shared.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcPendingEventsTest extends PendingEventsContract {
  private static final List<Integer> ALL = range(0, 16).boxed().toList();

  private final PendingEvents pending = OutboxTables.pendingEvents();
  private final PartitionLeases leases = OutboxTables.leases();

  @BeforeEach
  void nothingWaits() {
    OutboxTables.clear();
  }

  @Override
  protected PendingEvents pending() {
    return pending;
  }

  @Override
  protected PartitionLeases leases() {
    return leases;
  }

  @Override
  protected Outbox outbox() {
    return OutboxTables.outbox((partition, row) -> {});
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  @Test
  void anEventCarriesWhatItWasStoredWith() {
    String id = OutboxTables.append((partition, row) -> {});

    PendingEvent event = pending.heads(ALL, 1).get(0);

    assertThat(event.eventId()).isEqualTo(id);
    assertThat(event.payload()).contains("\"amount\":99.99").contains("\"version\":\"1.0\"");
    assertThat(event.headers()).containsKeys("traceparent", "traceId");
  }

  @Test
  void whatSomebodyElseRemovedMeanwhileIsNoTrouble() {
    appended(100);
    Lease lease = OutboxTables.lease("a");
    List<Long> mine = rowIds(pending.heads(List.of(lease.partition()), 3));
    assertThat(pending.ack("a", lease, mine.subList(0, 1))).isTrue();

    assertThat(pending.ack("a", lease, mine)).isTrue();

    assertThat(OutboxTables.pending()).isEqualTo(100 - mine.size());
    assertThat(OutboxTables.published()).isEqualTo(mine.size());
  }

  /** As when the database's answer to the first was lost. */
  @Test
  void ackingOnceMoreIsWellAndKeepsTheFirstTime() {
    appended(100);
    Lease lease = OutboxTables.lease("a");
    List<Long> mine = rowIds(pending.heads(List.of(lease.partition()), 3));

    assertThat(pending.ack("a", lease, mine)).isTrue();
    assertThat(pending.ack("a", lease, mine)).isTrue();

    assertThat(OutboxTables.published()).isEqualTo(mine.size());
  }

  /** Else no ack of its partition would ever be written again. */
  @Test
  void whatWasPutBackByHandIsAckedOnceMoreAndKeepsTheFirstTime() {
    appended(400);
    Lease lease = OutboxTables.lease("a");
    List<Long> three = rowIds(pending.heads(List.of(lease.partition()), 3));
    assertThat(pending.ack("a", lease, three)).isTrue();
    OutboxTables.putBack(three.get(1));
    OutboxTables.putBack(three.get(2));
    List<Long> again = rowIds(pending.heads(List.of(lease.partition()), 4));

    assertThat(pending.ack("a", lease, again.subList(0, 2))).isTrue();
    OutboxTables.putBack(three.get(2));
    assertThat(pending.ack("a", lease, again.subList(1, 4))).isTrue();

    assertThat(OutboxTables.pending()).isEqualTo(395);
    assertThat(OutboxTables.published()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void anAckDuringATakeOverRemovesNothing() throws Exception {
    appended(60);
    Lease lease = OutboxTables.lease("a");
    List<Long> mine = rowIds(pending.heads(List.of(lease.partition()), 100));

    CompletableFuture<Boolean> acked =
        TestDatabase.transactions()
            .call(
                () -> {
                  OutboxTables.takeOver();
                  CompletableFuture<Boolean> waiting =
                      CompletableFuture.supplyAsync(() -> pending.ack("a", lease, mine));
                  LockWaits.await("t_outbox_partition");
                  return waiting;
                });

    assertThat(acked.get(20, TimeUnit.SECONDS)).isFalse();
    assertThat(OutboxTables.pending()).isEqualTo(60);
    assertThat(OutboxTables.published()).isZero();
  }

  /** Measured elsewhere: a DELETE ... IN (...) would wait here until the lock wait times out. */
  @Test
  void anAckDoesNotWaitForAnOpenInsertInItsPartition() {
    appended(400);
    Lease lease = OutboxTables.lease("a");
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

  private static List<String> appended(int count) {
    List<String> ids = new ArrayList<>();
    range(0, count).forEach(i -> ids.add(OutboxTables.append((partition, row) -> {})));
    return ids;
  }

  private static List<Long> rowIds(List<PendingEvent> events) {
    return events.stream().map(PendingEvent::rowId).toList();
  }
}
