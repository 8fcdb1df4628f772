package com.yuge.payment.out.jdbc;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.devstack.LatestDeadlock;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.outbox.relay.HeldLease;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.LeaseRenewal;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Instances that join, share, leave and die. */
class SharedPartitionsTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final PartitionLeases leases = OutboxTables.leases();
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @BeforeEach
  void free() {
    OutboxTables.clear();
  }

  @AfterEach
  void end() {
    other.shutdownNow();
  }

  @Test
  void whoJoinsIsToldItsShareAndTheOthersGiveBack() {
    assertThat(renewed("a")).isEqualTo(16);
    assertThat(leases.renew("b", LONG).share()).isEqualTo(8);
    assertThat(leases.renew("c", LONG).share()).isEqualTo(5);
    rounds("a", "b", "c");

    assertThat(Stream.of("a", "b", "c").map(this::renewed)).containsExactly(6, 5, 5);
  }

  @Test
  void whoLeavesHasNoShare() {
    rounds("a", "b");
    leases.release("b", partitions(leases.renew("b", LONG)));
    leases.leave("b");

    assertThat(leases.renew("a", LONG).held()).hasSize(16);
  }

  @Test
  void whoDiedIsReplacedWhenItsLeaseHasEnded() {
    rounds("a", "b");

    leaseEnds("b");

    assertThat(renewed("a")).isEqualTo(16);
  }

  /** A stopped process that wakes after others took over is one that joins. */
  @Test
  void whoSleptPastItsLeaseGetsAShareAgain() {
    rounds("a", "b");
    leaseEnds("b");
    assertThat(renewed("a")).isEqualTo(16);

    rounds("b", "a");

    assertThat(renewed("b")).isEqualTo(8);
    assertThat(renewed("a")).isEqualTo(8);
  }

  private static void leaseEnds(String owner) {
    for (String end :
        List.of("t_outbox_partition SET lease_until", "t_outbox_instance SET alive_until")) {
      int rows =
          TestDatabase.jdbc()
              .sql(
                  "UPDATE %s = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE owner = ?".formatted(end))
              .param(owner)
              .update();
      assertThat(rows).isPositive();
    }
  }

  @Test
  void moreInstancesThanPartitionsIsNoTrouble() {
    List<String> owners = Stream.iterate(10, i -> i + 1).limit(20).map(String::valueOf).toList();
    owners.forEach(this::round);
    rounds(owners.toArray(String[]::new));

    assertThat(owners.stream().map(this::renewed)).containsOnly(0, 1);
  }

  @Test
  void theDeadAreSweptAwayLongAfterAndOnlyThey() {
    rounds("dead", "alive");
    int dead =
        TestDatabase.jdbc()
            .sql(
                """
                UPDATE t_outbox_instance SET alive_until = UTC_TIMESTAMP(6) - INTERVAL 2 HOUR
                WHERE owner = 'dead'
                """)
            .update();
    assertThat(dead).isOne();

    round("new");

    assertThat(
            TestDatabase.jdbc()
                .sql("SELECT owner FROM t_outbox_instance")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("alive", "new");
  }

  @Test
  void whatAnOperatorWantsComesWithTheLeases() {
    assertThat(leases.renew("a", LONG).paused()).isFalse();
    assertThat(leases.renew("a", LONG).replays()).isFalse();

    assertThat(TestDatabase.jdbc().sql("UPDATE t_outbox_control SET paused = 1").update()).isOne();
    assertThat(
            TestDatabase.jdbc()
                .sql("INSERT INTO t_outbox_replay VALUES (1, 1, 'K', UTC_TIMESTAMP(6))")
                .update())
        .isOne();

    assertThat(leases.renew("a", LONG).paused()).isTrue();
    assertThat(leases.renew("a", LONG).replays()).isTrue();
  }

  /** Joining, sharing, acknowledging and leaving at once, with no retry to hide a deadlock. */
  @Test
  void manyAtOnceNeverDeadlockAndNeverShareAPartition() {
    long before = deadlocks();

    Race<Integer> race = Race.of(3, this::aBusyLife);

    assertThat(race.failures()).isEmpty();
    assertThat(deadlocks()).isEqualTo(before);
  }

  private int aBusyLife() {
    PendingEvents pending = OutboxTables.pendingEvents();
    int acks = 0;
    for (int life = 0; life < 4; life++) {
      String owner = UUID.randomUUID().toString();
      for (int round = 0; round < 15; round++) {
        Map<Lease, List<Long>> published =
            round(owner).stream().collect(toMap(lease -> lease, lease -> List.of(1L, 2L)));
        acks += published.isEmpty() ? 0 : pending.ack(owner, published).size();
      }
      leases.release(owner, partitions(leases.renew(owner, LONG)));
      leases.leave(owner);
    }
    return acks;
  }

  /**
   * An acknowledgement, here by leases that have ended, holds partitions while it waits for more.
   */
  @Test
  void takingAsksForNoPartitionThatAnAcknowledgementHolds() {
    assertThat(renewed("a")).isEqualTo(16);
    leaseEnds("a");
    String before = LatestDeadlock.on(TestDatabase.jdbc());
    CountDownLatch othersAreLocked = new CountDownLatch(1);
    PartitionLeases renewing =
        leasesOn(
            statement -> {
              if (statement.startsWith("UPDATE t_outbox_partition")) {
                othersAreLocked.countDown();
                LockWaits.await("t_outbox_partition");
              }
            });

    TestDatabase.transactions()
        .run(
            () -> {
              lock(5);
              Future<LeaseRenewal> renewal = other.submit(() -> renewing.renew("b", LONG));
              awaitZero(othersAreLocked);
              lock(9);
              assertThat(Race.answerOf(renewal).held()).hasSize(15);
            });

    assertThat(LatestDeadlock.on(TestDatabase.jdbc())).isEqualTo(before);
  }

  private static PartitionLeases leasesOn(WatchedDataSource.Watcher watcher) {
    DataSource database = new WatchedDataSource(TestDatabase.pool(), watcher);
    return new JdbcPartitionLeases(
        JdbcClient.create(database), TestDatabase.transactions(database));
  }

  private static void lock(int partition) {
    assertThat(
            TestDatabase.jdbc()
                .sql("SELECT epoch FROM t_outbox_partition WHERE partition_no = ? FOR UPDATE")
                .param(partition)
                .query(Long.class)
                .list())
        .hasSize(1);
  }

  private static void awaitZero(CountDownLatch latch) {
    try {
      assertThat(latch.await(Race.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError("the other did not come", e);
    }
  }

  private static long deadlocks() {
    return TestDatabase.jdbc()
        .sql("SELECT count FROM information_schema.innodb_metrics WHERE name = 'lock_deadlocks'")
        .query(Long.class)
        .single();
  }

  /** Until everybody has what it should: some give back, then others take. */
  private void rounds(String... owners) {
    for (int round = 0; round < 3; round++) {
      Stream.of(owners).forEach(this::round);
    }
  }

  private List<Lease> round(String owner) {
    LeaseRenewal renewal = leases.renew(owner, LONG);
    List<Integer> surplus = partitions(renewal).stream().skip(renewal.share()).toList();
    leases.release(owner, surplus);
    return renewal.held().stream()
        .map(HeldLease::lease)
        .filter(lease -> !surplus.contains(lease.partition()))
        .toList();
  }

  private int renewed(String owner) {
    return leases.renew(owner, LONG).held().size();
  }

  private static List<Integer> partitions(LeaseRenewal renewal) {
    return renewal.held().stream().map(held -> held.lease().partition()).toList();
  }
}
