package com.yuge.payment.domain.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.HeldLease;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
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
    List<Lease> taken = renew("a");

    assertThat(taken).hasSize(16).allMatch(lease -> lease.epoch() == 1);
    assertThat(renew("a")).isEqualTo(taken);
  }

  @Test
  void aLeaseSaysHowLongItStillHolds() {
    assertThat(leases().renew("a", LONG).held())
        .allSatisfy(held -> assertThat(held.left()).isBetween(LONG.minusSeconds(20), LONG));
  }

  @Test
  void whatAnotherHoldsIsLeftAlone() {
    assertThat(renew("a")).hasSize(16);

    assertThat(renew("b")).isEmpty();
  }

  @Test
  void whatAnotherNoLongerRenewsIsTakenOverUnderANewEpoch() {
    assertThat(renew("a")).hasSize(16);
    allEnd();

    assertThat(renew("b")).hasSize(16).allMatch(lease -> lease.epoch() == 2);
    assertThat(renew("a")).isEmpty();
  }

  /** As after a failover to a store whose clock is an hour slow. */
  @Test
  void whatEndsTooFarAheadCountsAsEnded() {
    assertThat(renew("a")).hasSize(16);
    allEndInAnHour();

    assertThat(leases().renew("b", LONG).share()).isEqualTo(16);
    assertThat(renew("b")).hasSize(16).allMatch(lease -> lease.epoch() == 2);
  }

  @Test
  void itsOwnerBelievesItForNoLongerThanItAskedFor() {
    assertThat(renew("a")).hasSize(16);
    allEndInAnHour();

    transactions()
        .run(
            () -> {
              lock(7);
              assertThat(renewedByAnotherThread("a"))
                  .hasSize(16)
                  .allSatisfy(held -> assertThat(held.left()).isLessThanOrEqualTo(LONG));
            });
  }

  @Test
  void aLeaseThatRanOutUnclaimedIsStillItsOwners() {
    List<Lease> taken = renew("a");
    allEnd();

    assertThat(renew("a")).isEqualTo(taken);
  }

  @Test
  void whatIsGivenBackIsFreeAtOnce() {
    assertThat(renew("a")).hasSize(16);

    leases().release("a", List.of(3, 5));
    leases().release("b", List.of(4));
    leases().release("a", List.of());

    assertThat(renew("b")).extracting(Lease::partition).containsExactly(3, 5);
    assertThat(renew("a")).hasSize(14);
  }

  @Test
  void whoComesLaterHasAShareThatTheFirstIsToldToLeave() {
    assertThat(leases().renew("a", LONG).share()).isEqualTo(16);

    assertThat(leases().renew("b", LONG).share()).isEqualTo(8);
    assertThat(leases().renew("a", LONG).share()).isEqualTo(8);
    assertThat(leases().renew("c", LONG).share()).isEqualTo(5);
    assertThat(leases().renew("a", LONG).share()).isEqualTo(6);
  }

  @Test
  void nobodyTakesMoreThanItsShare() {
    assertThat(leases().renew("b", LONG).share()).isEqualTo(16);
    assertThat(renew("a")).isEmpty();
    leases().release("b", List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));

    assertThat(renew("a")).hasSize(8);
    assertThat(renew("b")).hasSize(8);
  }

  @Test
  void itsOwnerHearsWhenTheFirstLeaseOfAnotherEnds() {
    assertThat(leases().renew("a", LONG).nextEnd()).isEqualTo(LONG);

    assertThat(leases().renew("b", LONG).nextEnd()).isBetween(LONG.minusSeconds(20), LONG);
    allEnd();
    assertThat(leases().renew("c", LONG).nextEnd()).isEqualTo(LONG);
  }

  @Test
  void whoHasLeftCountsNoMore() {
    assertThat(renew("a")).hasSize(16);
    assertThat(leases().renew("b", LONG).share()).isEqualTo(8);

    leases().leave("b");

    assertThat(leases().renew("a", LONG).share()).isEqualTo(16);
  }

  /** A connection that hangs with its lock must not stop every instance. */
  @Test
  void aLockedPartitionIsPassedOverAndTheOthersAreRenewed() {
    assertThat(renew("a")).hasSize(16);
    allEnd();

    transactions()
        .run(
            () -> {
              lock(7);
              assertThat(renewedByAnotherThread("b"))
                  .hasSize(15)
                  .noneMatch(held -> held.lease().partition() == 7);
            });

    assertThat(renew("b")).hasSize(16);
  }

  private List<HeldLease> renewedByAnotherThread(String owner) {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      return Race.answerOf(other.submit(() -> leases().renew(owner, LONG).held()));
    } finally {
      other.shutdownNow();
    }
  }

  private List<Lease> renew(String owner) {
    return leases().renew(owner, LONG).held().stream().map(HeldLease::lease).toList();
  }
}
