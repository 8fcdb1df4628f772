package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentClosed;
import com.yuge.payment.domain.order.PayStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconcilePayOrderTest {
  private static final UnknownReason TIMEOUT =
      new UnknownReason(UnknownReason.Cause.TIMEOUT, "no answer in 5 s");

  private final InMemoryPayments payments = new InMemoryPayments();
  private final PayOrder order = payments.given(aPayOrder());

  @BeforeEach
  void opened() {
    assertThat(payments.open.handle(order.payNo(), OpenOptions.USUAL)).isPresent();
  }

  @Test
  void whatTheChannelKnowsToBePaidIsPaid() {
    payments.channel.answersQueries(paid());

    assertThat(check()).isEqualTo(CheckResult.DECIDED);

    assertThat(status()).isEqualTo(PayStatus.SUCCESS);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(steps()).containsExactly("QUERY PAYING SUCCESS SUCCESS");
  }

  @Test
  void whatTheChannelKnowsToHaveFailedHasFailed() {
    payments.channel.answersQueries(new QueryAnswer.Decided(failure(order, "T1", PRICE)));

    assertThat(check()).isEqualTo(CheckResult.DECIDED);

    assertThat(status()).isEqualTo(PayStatus.FAILED);
    assertThat(payments.tags()).containsExactly("PAYMENT_FAILED");
    assertThat(steps()).containsExactly("QUERY PAYING FAILED FAILED");
  }

  @Test
  void aPayerWhoStillHasTimeIsWaitedFor() {
    assertThat(check()).isEqualTo(CheckResult.WAITING);

    assertThat(status()).isEqualTo(PayStatus.PAYING);
    assertThat(steps()).containsExactly("QUERY PAYING PAYING UNPAID");
    assertThat(payments.channel.asked()).containsExactly("query");
    assertNextCheckAfter(Duration.ofMinutes(5));
  }

  /** A step that was not taken is not told, and the next check is scheduled all the same. */
  @Test
  void whatWasNotAskedIsNoStep() {
    payments.clock.advance(TIME_TO_PAY.multipliedBy(3));
    payments.channel.answersQueries(
        new QueryAnswer.Unknown(new UnknownReason(UnknownReason.Cause.NOT_ASKED, "why")));

    assertThat(check()).isEqualTo(CheckResult.UNKNOWN);

    assertThat(steps()).isEmpty();
    assertNextCheckAfter(Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_ASKED")
  void anUnknownAnswerIsNotAFailureHoweverLateItIs(UnknownReason.Cause cause) {
    payments.clock.advance(TIME_TO_PAY.multipliedBy(3));
    payments.channel.answersQueries(new QueryAnswer.Unknown(new UnknownReason(cause, "why")));

    assertThat(check()).isEqualTo(CheckResult.UNKNOWN);

    assertThat(status()).isEqualTo(PayStatus.PAYING);
    assertThat(payments.channel.asked()).containsExactly("query");
    assertThat(steps()).containsExactly("QUERY PAYING PAYING UNKNOWN");
    assertNextCheckAfter(Duration.ofMinutes(30));
  }

  @Test
  void whatNobodyPaidInTimeIsClosedThereAndThenHere() {
    expire();

    assertThat(check()).isEqualTo(CheckResult.CLOSED);

    assertThat(payments.channel.asked()).containsExactly("query", "close");
    assertThat(status()).isEqualTo(PayStatus.CLOSED);
    assertThat(payments.store.events())
        .singleElement()
        .isInstanceOfSatisfying(
            PaymentClosed.class, event -> assertThat(event.reason()).isEqualTo("EXPIRED"));
    assertThat(steps()).containsExactly("QUERY PAYING PAYING UNPAID", "CLOSE PAYING CLOSED CLOSED");
  }

  @Test
  void whatThePayerNeverOpenedThereIsClosedHere() {
    expire();
    payments.channel.answersQueries(new QueryAnswer.TradeNotFound());
    payments.channel.answersCloses(new CloseAnswer.TradeNotFound());

    assertThat(check()).isEqualTo(CheckResult.CLOSED);

    assertThat(steps())
        .containsExactly("QUERY PAYING PAYING NO_TRADE", "CLOSE PAYING CLOSED NO_TRADE");
  }

  @Test
  void whoPaysInTheLastMomentIsNotClosedOut() {
    expire();
    payments.channel.answersQueries(new QueryAnswer.Unpaid(), paid());
    payments.channel.answersCloses(new CloseAnswer.AlreadyPaid());

    assertThat(check()).isEqualTo(CheckResult.DECIDED);

    assertThat(payments.channel.asked()).containsExactly("query", "close", "query");
    assertThat(status()).isEqualTo(PayStatus.SUCCESS);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(steps())
        .containsExactly(
            "QUERY PAYING PAYING UNPAID",
            "CLOSE PAYING PAYING ALREADY_PAID",
            "QUERY PAYING SUCCESS SUCCESS");
  }

  @Test
  void aRefusedCloseLeavesItOpenUntilTheChannelSaysHowItWasPaid() {
    expire();
    payments.channel.answersQueries(new QueryAnswer.Unpaid(), new QueryAnswer.Unpaid());
    payments.channel.answersCloses(new CloseAnswer.AlreadyPaid());

    assertThat(check()).isEqualTo(CheckResult.UNKNOWN);

    assertThat(status()).isEqualTo(PayStatus.PAYING);
    assertNextCheckAfter(Duration.ofMinutes(5));
  }

  @Test
  void aQuestionThatWasNotAskedBehindARefusedCloseIsNoStep() {
    expire();
    payments.channel.answersQueries(
        new QueryAnswer.Unpaid(),
        new QueryAnswer.Unknown(new UnknownReason(UnknownReason.Cause.NOT_ASKED, "why")));
    payments.channel.answersCloses(new CloseAnswer.AlreadyPaid());

    assertThat(check()).isEqualTo(CheckResult.UNKNOWN);

    assertThat(status()).isEqualTo(PayStatus.PAYING);
    assertThat(steps())
        .containsExactly("QUERY PAYING PAYING UNPAID", "CLOSE PAYING PAYING ALREADY_PAID");
    assertNextCheckAfter(Duration.ofMinutes(5));
  }

  @Test
  void aCloseWithoutAnswerLeavesItOpenAndTheNextCheckFindsItClosed() {
    expire();
    payments.channel.answersQueries(new QueryAnswer.Unpaid(), new QueryAnswer.ClosedUnpaid());
    payments.channel.answersCloses(new CloseAnswer.Unknown(TIMEOUT));

    assertThat(check()).isEqualTo(CheckResult.UNKNOWN);
    assertThat(status()).isEqualTo(PayStatus.PAYING);

    assertThat(check()).isEqualTo(CheckResult.CLOSED);
    assertThat(payments.channel.asked()).containsExactly("query", "close", "query");
    assertThat(status()).isEqualTo(PayStatus.CLOSED);
  }

  @Test
  void aChannelThatOffersNoCloseIsWaitedForUntilItHasClosedByItself() {
    expire();
    payments.channel.answersQueries(new QueryAnswer.Unpaid(), new QueryAnswer.ClosedUnpaid());
    payments.channel.answersCloses(new CloseAnswer.NotOffered());

    assertThat(check()).isEqualTo(CheckResult.WAITING);
    assertThat(status()).isEqualTo(PayStatus.PAYING);
    assertNextCheckAfter(Duration.ofMinutes(5));

    assertThat(check()).isEqualTo(CheckResult.CLOSED);
    assertThat(payments.channel.asked()).containsExactly("query", "close", "query");
  }

  @Test
  void whatAChannelWithoutCloseNeverHadIsClosedHere() {
    expire();
    payments.channel.answersQueries(new QueryAnswer.TradeNotFound());
    payments.channel.answersCloses(new CloseAnswer.NotOffered());

    assertThat(check()).isEqualTo(CheckResult.CLOSED);
  }

  @Test
  void whatTheChannelHasClosedByItselfIsClosedHereToo() {
    payments.channel.answersQueries(new QueryAnswer.ClosedUnpaid());

    assertThat(check()).isEqualTo(CheckResult.CLOSED);

    assertThat(payments.store.events())
        .singleElement()
        .isInstanceOfSatisfying(
            PaymentClosed.class, e -> assertThat(e.reason()).isEqualTo("CLOSED_BY_CHANNEL"));
  }

  @Test
  void anotherAmountIsRecordedAndThePayerMayStillPay() {
    payments.channel.answersQueries(paidAnother(), paidAnother());

    assertThat(check()).isEqualTo(CheckResult.MISMATCH);
    assertThat(check()).as("the same money again").isEqualTo(CheckResult.WAITING);

    assertThat(status()).isEqualTo(PayStatus.PAYING);
    assertThat(kinds()).containsExactly(Kind.MISMATCH);
    assertThat(payments.tags()).containsExactly("PAYMENT_MISMATCHED");
  }

  @Test
  void anotherAmountIsClosedWithItsRecordWhenTimeIsUp() {
    expire();
    payments.channel.answersQueries(paidAnother());

    assertThat(check()).isEqualTo(CheckResult.MISMATCH);

    assertThat(kinds()).containsExactly(Kind.MISMATCH);
    assertThat(payments.tags()).containsExactly("PAYMENT_MISMATCHED", "PAYMENT_CLOSED");
    assertThat(steps())
        .containsExactly("QUERY PAYING PAYING SUCCESS", "CLOSE PAYING CLOSED MISMATCH");
  }

  @Test
  void whatWasPaidWhileTheChannelWasAskedIsNotClosed() {
    expire();
    payments.channel.beforeAnswer(
        () -> assertThat(payments.apply.handle(success(order, "T1"), Action.NOTIFY)).isPresent());

    assertThat(check()).isEqualTo(CheckResult.MOVED);

    assertThat(status()).isEqualTo(PayStatus.SUCCESS);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
  }

  @Test
  void whatWasNeverOpenedIsClosedWithoutAsking() {
    PayOrder never = payments.given(aPayOrder());
    expire();

    assertThat(payments.reconcile.handle(never.payNo())).isEqualTo(CheckResult.CLOSED);

    assertThat(payments.channel.asked()).isEmpty();
    assertThat(payments.now(never).status()).isEqualTo(PayStatus.CLOSED);
    assertThat(payments.tags()).containsExactly("PAYMENT_CLOSED");
  }

  @Test
  void whatWasNeverOpenedHasItsTime() {
    PayOrder never = payments.given(aPayOrder());

    assertThat(payments.reconcile.handle(never.payNo())).isEqualTo(CheckResult.WAITING);

    assertThat(payments.now(never)).isEqualTo(never);
    assertThat(steps()).isEmpty();
  }

  @Test
  void anOpenedOrderIsCheckedAfterTheThreshold() {
    assertNextCheckAfter(InMemoryPayments.FIRST_CHECK);
  }

  @Test
  void aCheckThatIsCutShortIsRepeatedWhenItsHoldEnds() {
    payments.clock.advance(InMemoryPayments.FIRST_CHECK);
    assertThat(payments.claim.handle(10)).containsExactly(order.payNo());

    assertNextCheckAfter(InMemoryPayments.HOLD);
  }

  private CheckResult check() {
    return payments.reconcile.handle(order.payNo());
  }

  private void expire() {
    payments.clock.advance(TIME_TO_PAY);
  }

  private PayStatus status() {
    return payments.now(order).status();
  }

  private QueryAnswer paid() {
    return new QueryAnswer.Decided(success(order, "T1", PRICE));
  }

  private QueryAnswer paidAnother() {
    return new QueryAnswer.Decided(success(order, "T1", ANOTHER_PRICE));
  }

  private List<Kind> kinds() {
    return payments.store.trades().stream().map(PaidTrade::kind).toList();
  }

  private List<String> steps() {
    return payments.store.audits().stream()
        .filter(entry -> entry.action() != Action.OPEN)
        .map(ReconcilePayOrderTest::step)
        .toList();
  }

  private static String step(AuditEntry entry) {
    return entry.action() + " " + entry.before() + " " + entry.after() + " " + entry.result();
  }

  private void assertNextCheckAfter(Duration pause) {
    payments.clock.advance(pause.minusNanos(1));
    assertThat(payments.claim.handle(10)).isEmpty();
    payments.clock.advance(Duration.ofNanos(1));
    assertThat(payments.claim.handle(10)).containsExactly(order.payNo());
  }
}
