package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.relay.HeldLease;
import com.yuge.payment.domain.relay.Lease;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcPartitionLeasesTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final JdbcPartitionLeases leases =
      new JdbcPartitionLeases(TestDatabase.jdbc(), TestDatabase.transactions());

  @BeforeEach
  void free() {
    OutboxTables.freePartitions();
  }

  @Test
  void whatIsFreeIsTakenAndKept() {
    List<Lease> taken = keep("a", LONG);

    assertThat(taken).hasSize(16).allMatch(lease -> lease.epoch() == 1);
    assertThat(keep("a", LONG)).isEqualTo(taken);
  }

  @Test
  void aLeaseSaysHowLongItStillHolds() {
    assertThat(leases.keep("a", LONG).held())
        .allSatisfy(held -> assertThat(held.left()).isBetween(LONG.minusSeconds(20), LONG));
  }

  @Test
  void whatAnotherHoldsIsLeftAlone() {
    assertThat(keep("a", LONG)).hasSize(16);

    assertThat(keep("b", LONG)).isEmpty();
  }

  @Test
  void whatAnotherNoLongerRenewsIsTakenOverUnderANewEpoch() {
    assertThat(keep("a", SHORT)).hasSize(16);

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(keep("b", LONG)).hasSize(16).allMatch(l -> l.epoch() == 2));

    assertThat(keep("a", LONG)).isEmpty();
  }

  @Test
  void aLeaseThatRanOutUnclaimedIsStillItsOwners() {
    List<Lease> taken = keep("a", Duration.ofNanos(1000));

    assertThat(keep("a", LONG)).isEqualTo(taken);
  }

  @Test
  void whatIsGivenBackIsFreeAtOnce() {
    assertThat(keep("a", LONG)).hasSize(16);

    leases.release("a", List.of(3, 5));
    leases.release("b", List.of(4));

    assertThat(keep("b", LONG)).extracting(Lease::partition).containsExactly(3, 5);
    assertThat(keep("a", LONG)).hasSize(14);
  }

  /** A connection that hangs with its lock must not stop every instance. */
  @Test
  void aLockedPartitionIsPassedOverAndTheOthersAreKept() {
    assertThat(keep("a", SHORT)).hasSize(16);

    TestDatabase.transactions()
        .run(
            () -> {
              lock(7);
              assertThat(inAnotherThread("a"))
                  .filteredOn(held -> held.left().compareTo(SHORT) > 0)
                  .hasSize(15)
                  .noneMatch(held -> held.lease().partition() == 7);
            });

    assertThat(keep("a", LONG)).hasSize(16);
  }

  private static void lock(int partition) {
    assertThat(
            TestDatabase.jdbc()
                .sql("SELECT epoch FROM t_outbox_partition WHERE partition_no = ? FOR UPDATE")
                .param(partition)
                .query(Long.class)
                .single())
        .isPositive();
  }

  private List<HeldLease> inAnotherThread(String owner) {
    try {
      return CompletableFuture.supplyAsync(() -> leases.keep(owner, LONG).held())
          .get(1500, TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      throw new AssertionError("waited for the locked partition", e);
    }
  }

  private List<Lease> keep(String owner, Duration time) {
    return leases.keep(owner, time).held().stream().map(HeldLease::lease).toList();
  }
}
