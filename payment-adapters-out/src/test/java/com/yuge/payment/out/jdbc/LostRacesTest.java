package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.PaymentOutcome;
import com.yuge.payment.domain.order.StalePayOrder;
import com.yuge.payment.domain.shared.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loser of a race gets an answer, never the database's raw 1020, 1205 or 1213. */
class LostRacesTest {
  private final JdbcPayments payments = new JdbcPayments();
  private final ExecutorService others = Executors.newFixedThreadPool(2);

  @AfterEach
  void end() {
    others.shutdownNow();
  }

  @Test
  void whoWaitsTooLongForALockIsToldToComeBack() {
    PayOrder order = payments.added(aPayOrder());
    var callback = InMemoryPayments.callback(success(order, "T" + order.payNo()));

    FailedCall failed =
        payments.transactions.call(
            () -> {
              assertThat(payments.orders.lock(order.payNo())).isPresent();
              return elsewhere(() -> FailedCall.of(() -> payments.callbacks.handle(callback)));
            });

    assertThat(failed.error()).isInstanceOf(StoreUnavailable.class);
    assertThat(failed.after()).isBetween(Duration.ofMillis(1500), Duration.ofMillis(3900));
    assertThat(payments.callbacks.handle(callback)).isPresent();
    assertThat(payments.eventsOf(order)).isOne();
  }

  @Test
  void bothSidesOfADeadlockSucceedAndEachOrderIsPaidOnce() {
    PayOrder one = payments.added(aPayOrder());
    PayOrder two = payments.added(aPayOrder());
    CyclicBarrier bothHoldTheirFirst = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();

    Future<Integer> there = others.submit(() -> applied(one, two, bothHoldTheirFirst, attempts));
    Future<Integer> back = others.submit(() -> applied(two, one, bothHoldTheirFirst, attempts));

    assertThat(Race.answerOf(there) + Race.answerOf(back)).isEqualTo(2);
    assertThat(attempts).hasValue(3);
    assertThat(payments.eventsOf(one)).isOne();
    assertThat(payments.eventsOf(two)).isOne();
  }

  /** REPEATABLE READ would end this one with 1020 on a newer MariaDB. */
  @Test
  void aGuardedWriteThatLostIsStaleEvenIfTheOrderWasReadInTheSameTransaction() {
    PayOrder order = payments.added(aPayOrder());

    assertThatThrownBy(
            () ->
                payments.transactions.run(
                    () -> {
                      PayOrder read = payments.orders.find(order.payNo()).orElseThrow();
                      assertThat(elsewhere(() -> apply(order))).isTrue();
                      payments.orders.advance(closed(read));
                    }))
        .isInstanceOf(StalePayOrder.class);

    assertThat(payments.orders.find(order.payNo()))
        .get()
        .extracting(PayOrder::status)
        .isEqualTo(PayStatus.SUCCESS);
    assertThat(payments.eventsOf(order)).isOne();
  }

  /** How many of the two were applied by this transaction; the first attempts are interlocked. */
  private int applied(
      PayOrder first, PayOrder second, CyclicBarrier meeting, AtomicInteger attempts) {
    AtomicInteger attempt = new AtomicInteger();
    return payments.transactions.call(
        () -> {
          int mine = apply(first) ? 1 : 0;
          attempts.incrementAndGet();
          if (attempt.incrementAndGet() == 1) {
            meet(meeting);
          }
          return apply(second) ? mine + 1 : mine;
        });
  }

  private boolean apply(PayOrder order) {
    return payments.apply.handle(success(order, "T" + order.payNo()), Action.NOTIFY).stream()
        .anyMatch(PaymentOutcome.Applied.class::isInstance);
  }

  private static void meet(CyclicBarrier meeting) {
    try {
      int unused = meeting.await(Race.PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("the other did not come", e);
    }
  }

  private <T> T elsewhere(Callable<T> work) {
    return Race.answerOf(others.submit(work));
  }

  /** What was thrown, and after how long. */
  private record FailedCall(Throwable error, Duration after) {
    static FailedCall of(Callable<?> work) {
      long begin = System.nanoTime();
      try {
        throw new AssertionError("answered " + List.of(work.call()));
      } catch (Exception e) {
        return new FailedCall(e, Duration.ofNanos(System.nanoTime() - begin));
      }
    }
  }
}
