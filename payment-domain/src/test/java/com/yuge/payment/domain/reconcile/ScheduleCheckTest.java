package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.PaymentOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a callback plans while a check is being scheduled. */
class ScheduleCheckTest {
  private final InMemoryPayments payments = new InMemoryPayments();
  private final ExecutorService callbacks = Executors.newSingleThreadExecutor();
  private final List<Future<Optional<PaymentOutcome>>> applied = new ArrayList<>();

  @AfterEach
  void end() {
    callbacks.shutdownNow();
  }

  /** The check found nothing and the order is to rest; the amount of the payment is awaited. */
  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "FAILED", "CLOSED"})
  void aPaymentThatComesWhileACheckIsScheduledIsStillAskedAbout(PayStatus status) {
    PayOrder order = payments.given(withAmounts(status));
    payments.store.run(() -> payments.due.rest(order));
    payments.watch.after("PaidTrades.of", () -> applyMeanwhile(order));

    payments
        .useCases
        .scheduleCheck()
        .next(order, Action.QUERY, "UNPAID", "the channel has no payment");

    assertThat(applied).hasSize(1);
    assertThat(Race.answerOf(applied.get(0))).isPresent();
    payments.clock.advance(Duration.ofSeconds(1));
    assertThat(payments.claim.handle(10)).containsExactly(order.payNo());
  }

  private static PayOrderDetails withAmounts(PayStatus status) {
    PayOrderDetails paying = withPayments(PayStatus.PAYING);
    return status == PayStatus.SUCCESS
        ? applied(paying, success(paying.order(), "T1", PRICE))
        : withPayments(status);
  }

  /** Comes once the payments were read: it has committed then, or waits for the order. */
  private void applyMeanwhile(PayOrder order) {
    Future<Optional<PaymentOutcome>> callback =
        callbacks.submit(() -> payments.apply.handle(success(order, "T2"), Action.NOTIFY));
    applied.add(callback);
    try {
      assertThat(callback.get(300, TimeUnit.MILLISECONDS)).isPresent();
    } catch (TimeoutException waitsForTheOrder) {
      assertThat(callback).isNotDone();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
