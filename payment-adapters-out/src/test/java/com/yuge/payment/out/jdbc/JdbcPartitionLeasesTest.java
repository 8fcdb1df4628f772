package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.out.outbox.Lease;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcPartitionLeasesTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final JdbcPartitionLeases leases = new JdbcPartitionLeases(TestDatabase.jdbc());

  @BeforeEach
  void free() {
    OutboxTables.freePartitions();
  }

  @Test
  void whatIsFreeIsTakenAndKept() {
    List<Lease> taken = leases.keep("a", LONG);

    assertThat(taken).hasSize(16).allMatch(lease -> lease.epoch() == 1);
    assertThat(leases.keep("a", LONG)).isEqualTo(taken);
  }

  @Test
  void whatAnotherHoldsIsLeftAlone() {
    leases.keep("a", LONG);

    assertThat(leases.keep("b", LONG)).isEmpty();
  }

  @Test
  void whatAnotherNoLongerRenewsIsTakenOverUnderANewEpoch() {
    leases.keep("a", SHORT);

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(leases.keep("b", LONG)).hasSize(16).allMatch(l -> l.epoch() == 2));

    assertThat(leases.keep("a", LONG)).isEmpty();
  }

  @Test
  void aLeaseThatRanOutUnclaimedIsStillItsOwners() {
    List<Lease> taken = leases.keep("a", Duration.ofNanos(1000));

    assertThat(leases.keep("a", LONG)).isEqualTo(taken);
  }

  @Test
  void whatIsGivenBackIsFreeAtOnce() {
    leases.keep("a", LONG);

    leases.release("a", List.of(3, 5));
    leases.release("b", List.of(4));

    assertThat(leases.keep("b", LONG)).extracting(Lease::partition).containsExactly(3, 5);
    assertThat(leases.keep("a", LONG)).hasSize(14);
  }
}
