package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.DuplicateOrderNo;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PaymentOutcome;
import com.yuge.payment.domain.order.StalePayOrder;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Many at once: one wins, and everybody learns who. */
public abstract class PayOrdersRaceContract extends PayOrdersLockContract {
  private static final int RUNNERS = 12;

  @Test
  void ofManyAddsForOneOrderNumberOneWins() {
    OrderNo orderNo = anOrderNo();

    assertOneWins(orderNo, Race.of(RUNNERS, () -> added(aPayOrder(orderNo))));
  }

  @Test
  void ofManyAddsOutsideATransactionOneWinsToo() {
    OrderNo orderNo = anOrderNo();

    assertOneWins(orderNo, Race.of(RUNNERS, () -> orders().add(aPayOrder(orderNo))));
  }

  @Test
  void ofManyUnlockedAdvancesFromOneVersionOneWins() {
    PayOrder order = added(aPayOrder());

    Race<PayOrder> race = Race.of(RUNNERS, () -> advanced(paying(order)));

    assertThat(race.answers()).hasSize(1);
    assertThat(race.failures()).hasOnlyElementsOfType(StalePayOrder.class);
    assertStored(paying(order));
  }

  @Test
  void whoLocksFirstDecidesAndNobodyFails() {
    PayOrder order = added(aPayOrder());

    Race<PaymentOutcome> race = Race.of(RUNNERS, () -> transactions().call(() -> outcomeOf(order)));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).filteredOn(PaymentOutcome.Applied.class::isInstance).hasSize(1);
    assertStored(applied(order, success(order, "T1")));
  }

  @Test
  void aLockWaitsForItsHolderAndThenSeesWhatTheHolderWrote() {
    PayOrder order = added(aPayOrder());
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Reading> reading =
          transactions()
              .call(
                  () -> {
                    PayOrder mine = locked(order.payNo());
                    Future<Reading> theirs = other.submit(() -> readAround(order.payNo()));
                    assertStillWaiting(theirs);
                    orders().advance(closed(mine));
                    return theirs;
                  });

      // The plain read after the lock agrees with it: no snapshot from before the wait.
      PayOrder ended = closed(order);
      assertThat(Race.answerOf(reading)).isEqualTo(new Reading(ended, ended));
    } finally {
      other.shutdownNow();
    }
  }

  private void assertOneWins(OrderNo orderNo, Race<PayOrder> race) {
    assertThat(race.answers()).hasSize(1);
    assertThat(race.failures()).hasOnlyElementsOfType(DuplicateOrderNo.class);
    assertStored(race.answers().get(0));
    assertThat(race.answers().get(0).orderNo()).isEqualTo(orderNo);
  }

  private record Reading(PayOrder locked, PayOrder readAgain) {}

  private Reading readAround(PayNo payNo) {
    return transactions()
        .call(
            () -> {
              assertThat(orders().find(payNo)).isPresent();
              PayOrder locked = locked(payNo);
              return new Reading(locked, orders().find(payNo).orElseThrow());
            });
  }

  private PaymentOutcome outcomeOf(PayOrder order) {
    PaymentOutcome outcome = apply(locked(order.payNo()), success(order, "T1"), NOW);
    if (outcome instanceof PaymentOutcome.Applied) {
      orders().advance(outcome.order());
    }
    return outcome;
  }

  private static void assertStillWaiting(Future<?> other) {
    assertThatThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }
}
