package com.yuge.payment.domain.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.relay.HeldLease;
import com.yuge.payment.domain.relay.Lease;
import com.yuge.payment.domain.relay.PartitionLeases;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link PartitionLeases} holds to; it begins with 16 free partitions. */
public abstract class PartitionLeasesContract {
  private static final Duration LONG = Duration.ofMinutes(1);

  protected abstract PartitionLeases leases();

  protected abstract Transactions transactions();

  /** Lets all leases end by the store's clock, and those who held them count as dead. */
  protected abstract void allEnd();

  /** All leases, and the lives of those who hold them, end in an hour by the store's clock. */
  protected abstract void allEndInAnHour();

  /** Locks a partition's row in the open transaction. */
  protected abstract void lock(int partition);

  @Test
  void whatIsFreeIsTakenAndKept() {
    List<Lease> taken = keep("a");

    assertThat(taken).hasSize(16).allMatch(lease -> lease.epoch() == 1);
    assertThat(keep("a")).isEqualTo(taken);
  }

  @Test
  void aLeaseSaysHowLongItStillHolds() {
    assertThat(leases().keep("a", LONG).held())
        .allSatisfy(held -> assertThat(held.left()).isBetween(LONG.minusSeconds(20), LONG));
  }

  @Test
  void whatAnotherHoldsIsLeftAlone() {
    assertThat(keep("a")).hasSize(16);

    assertThat(keep("b")).isEmpty();
  }

  @Test
  void whatAnotherNoLongerRenewsIsTakenOverUnderANewEpoch() {
    assertThat(keep("a")).hasSize(16);
    allEnd();

    assertThat(keep("b")).hasSize(16).allMatch(lease -> lease.epoch() == 2);
    assertThat(keep("a")).isEmpty();
  }

  /** As after a failover to a store whose clock is an hour slow. */
  @Test
  void whatEndsTooFarAheadCountsAsEnded() {
    assertThat(keep("a")).hasSize(16);
    allEndInAnHour();

    assertThat(leases().keep("b", LONG).share()).isEqualTo(16);
    assertThat(keep("b")).hasSize(16).allMatch(lease -> lease.epoch() == 2);
  }

  @Test
  void itsOwnerBelievesItForNoLongerThanItAskedFor() {
    assertThat(keep("a")).hasSize(16);
    allEndInAnHour();

    transactions()
        .run(
            () -> {
              lock(7);
              assertThat(keptByAnotherThread("a"))
                  .hasSize(16)
                  .allSatisfy(held -> assertThat(held.left()).isLessThanOrEqualTo(LONG));
            });
  }

  @Test
  void aLeaseThatRanOutUnclaimedIsStillItsOwners() {
    List<Lease> taken = keep("a");
    allEnd();

    assertThat(keep("a")).isEqualTo(taken);
  }

  @Test
  void whatIsGivenBackIsFreeAtOnce() {
    assertThat(keep("a")).hasSize(16);

    leases().release("a", List.of(3, 5));
    leases().release("b", List.of(4));
    leases().release("a", List.of());

    assertThat(keep("b")).extracting(Lease::partition).containsExactly(3, 5);
    assertThat(keep("a")).hasSize(14);
  }

  @Test
  void whoComesLaterHasAShareThatTheFirstIsToldToLeave() {
    assertThat(leases().keep("a", LONG).share()).isEqualTo(16);

    assertThat(leases().keep("b", LONG).share()).isEqualTo(8);
    assertThat(leases().keep("a", LONG).share()).isEqualTo(8);
    assertThat(leases().keep("c", LONG).share()).isEqualTo(5);
    assertThat(leases().keep("a", LONG).share()).isEqualTo(6);
  }

  @Test
  void nobodyTakesMoreThanItsShare() {
    assertThat(leases().keep("b", LONG).share()).isEqualTo(16);
    assertThat(keep("a")).isEmpty();
    leases().release("b", List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));

    assertThat(keep("a")).hasSize(8);
    assertThat(keep("b")).hasSize(8);
  }

  @Test
  void whoHasLeftCountsNoMore() {
    assertThat(keep("a")).hasSize(16);
    assertThat(leases().keep("b", LONG).share()).isEqualTo(8);

    leases().leave("b");

    assertThat(leases().keep("a", LONG).share()).isEqualTo(16);
  }

  /** A connection that hangs with its lock must not stop every instance. */
  @Test
  void aLockedPartitionIsPassedOverAndTheOthersAreKept() {
    assertThat(keep("a")).hasSize(16);
    allEnd();

    transactions()
        .run(
            () -> {
              lock(7);
              assertThat(keptByAnotherThread("b"))
                  .hasSize(15)
                  .noneMatch(held -> held.lease().partition() == 7);
            });

    assertThat(keep("b")).hasSize(16);
  }

  private List<HeldLease> keptByAnotherThread(String owner) {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      return Race.answerOf(other.submit(() -> leases().keep(owner, LONG).held()));
    } finally {
      other.shutdownNow();
    }
  }

  private List<Lease> keep(String owner) {
    return leases().keep(owner, LONG).held().stream().map(HeldLease::lease).toList();
  }
}
