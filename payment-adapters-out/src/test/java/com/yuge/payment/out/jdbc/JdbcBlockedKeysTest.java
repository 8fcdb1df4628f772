package com.yuge.payment.out.jdbc;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.BlockedKeys;
import com.yuge.payment.domain.outbox.relay.BlockedKeys.Block;
import com.yuge.payment.domain.outbox.relay.BlockedKeys.Blocking;
import com.yuge.payment.domain.outbox.relay.HeldLease;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcBlockedKeysTest {
  private static final List<Integer> ALL = range(0, 16).boxed().toList();
  private static final int MOST = 2;

  private final PendingEvents pending = OutboxTables.pendingEvents();
  private final BlockedKeys blocked = OutboxTables.blockedKeys();
  private Lease lease = new Lease(0, 0);

  @BeforeEach
  void twoWait() {
    OutboxTables.clear();
    OutboxTables.append((partition, row) -> {});
    OutboxTables.append((partition, row) -> {});
    lease =
        OutboxTables.leases().renew("a", Duration.ofMinutes(1)).held().stream()
            .map(HeldLease::lease)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void theEventsOfABlockedKeyWaitAndTheOthersAreRead() {
    List<PendingEvent> waiting = pending.heads(ALL, 10);

    assertThat(block(waiting.get(0).key())).isEqualTo(Blocking.BLOCKED);

    assertThat(pending.heads(ALL, 10)).containsExactly(waiting.get(1));
    assertThat(OutboxTables.pending()).isEqualTo(2);
  }

  @Test
  void blockedTwiceIsBlocked() {
    assertThat(block("K")).isEqualTo(Blocking.BLOCKED);
    assertThat(block("K")).isEqualTo(Blocking.BLOCKED);
  }

  @Test
  void aFormerOwnerBlocksNothing() {
    Block block = new Block("K", 3, "too large");

    assertThat(blocked.block("b", lease, block, MOST)).isEqualTo(Blocking.FENCED);

    assertThat(count()).isZero();
  }

  @Test
  void nobodyTakesThePartitionOverWhileItsOwnerBlocks() throws Exception {
    CompletableFuture<Void> takenOver =
        TestDatabase.transactions()
            .call(
                () -> {
                  assertThat(block("K")).isEqualTo(Blocking.BLOCKED);
                  CompletableFuture<Void> waiting =
                      CompletableFuture.runAsync(OutboxTables::takeOver);
                  LockWaits.await("t_outbox_partition");
                  return waiting;
                });

    takenOver.get(20, TimeUnit.SECONDS);
    assertThat(block("L")).isEqualTo(Blocking.FENCED);
  }

  @Test
  void thereIsAMost() {
    assertThat(block("1")).isEqualTo(Blocking.BLOCKED);
    assertThat(block("2")).isEqualTo(Blocking.BLOCKED);

    assertThat(block("3")).isEqualTo(Blocking.FULL);

    assertThat(count()).isEqualTo(MOST);
  }

  @Test
  void aReasonThatIsTooLongIsCut() {
    Block block = new Block("K", 3, "太大".repeat(1000));

    assertThat(blocked.block("a", lease, block, MOST)).isEqualTo(Blocking.BLOCKED);
  }

  private Blocking block(String key) {
    return blocked.block("a", lease, new Block(key, 3, "too large"), MOST);
  }

  private static int count() {
    return TestDatabase.jdbc()
        .sql("SELECT COUNT(*) FROM t_outbox_blocked")
        .query(Integer.class)
        .single();
  }
}
