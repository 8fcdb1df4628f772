package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A callback may be lost for good, and may leave the amount out: then the channel is asked. */
class ReconcileEndedOrderTest {
  private static final QueryAnswer UNKNOWN =
      new QueryAnswer.Unknown(new UnknownReason(UnknownReason.Cause.TIMEOUT, "no answer in 5 s"));

  private final InMemoryPayments payments = new InMemoryPayments();
  private final PayOrder order = payments.given(aPayOrder());

  @BeforeEach
  void opened() {
    assertThat(payments.open.handle(order.payNo(), OpenOptions.USUAL)).isPresent();
  }

  @Test
  void anOrderThatWasClosedIsCheckedThreeTimesAndThenRests() {
    expire();

    assertThat(checksUntilRest()).containsExactly(hours(1), hours(24), hours(72));

    assertThat(payments.now(order).status()).isEqualTo(PayStatus.CLOSED);
    assertThat(payments.tags()).containsExactly("PAYMENT_CLOSED");
  }

  @Test
  void anOrderThatFailedIsToo() {
    assertThat(applied(failure(order, "T1"))).isEqualTo(PayStatus.FAILED);
    payments.channel.answersQueries(failed(), failed(), failed());

    assertThat(checksUntilRest()).containsExactly(hours(1), hours(24), hours(72));

    assertThat(payments.now(order).status()).isEqualTo(PayStatus.FAILED);
    assertThat(payments.tags()).containsExactly("PAYMENT_FAILED");
  }

  @Test
  void anOrderThatWasClosedUnopenedRestsAtOnce() {
    PayOrder unopened = payments.given(aPayOrder());
    expire();
    assertThat(payments.reconcile.handle(unopened.payNo())).isEqualTo(CheckResult.CLOSED);

    assertThat(checksUntilRest()).as("the other order's").hasSize(3);
    assertThat(payments.store.audits())
        .filteredOn(entry -> entry.payNo().equals(unopened.payNo()))
        .extracting(entry -> entry.action() + " " + entry.result())
        .containsExactly("CLOSE NEVER_OPENED");
  }

  @Test
  void anOrderThatWasPaidWithItsAmountRestsAtOnce() {
    assertThat(applied(success(order, "T1", PRICE))).isEqualTo(PayStatus.SUCCESS);

    assertThat(checksUntilRest()).isEmpty();

    assertThat(payments.channel.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void moneyWhoseCallbackWasLostForGoodIsFoundWithinThreeDays(int checksBefore) {
    expire();
    for (int check = 0; check < checksBefore; check++) {
      assertThat(nextCheck()).isEqualTo(CheckResult.UNPAID);
    }
    payments.channel.answersQueries(decided("T1", PRICE));

    assertThat(nextCheck()).isEqualTo(CheckResult.LATE);

    assertThat(kinds()).containsExactly(Kind.LATE);
    assertThat(payments.tags()).containsExactly("PAYMENT_CLOSED", "PAYMENT_LATE_SUCCEEDED");
    assertThat(payments.now(order).status()).isEqualTo(PayStatus.CLOSED);
  }

  @Test
  void whatIsLateAlreadyIsFoundOnceOnly() {
    expire();
    payments.channel.answersQueries(
        decided("T1", PRICE), decided("T1", PRICE), decided("T1", PRICE));

    assertThat(nextCheck()).isEqualTo(CheckResult.LATE);
    assertThat(nextCheck()).isEqualTo(CheckResult.DECIDED);
    assertThat(nextCheck()).isEqualTo(CheckResult.DECIDED);

    assertThat(checksUntilRest()).isEmpty();
    assertThat(kinds()).containsExactly(Kind.LATE);
  }

  @Test
  void theWrongMoneyAfterTheEndIsAMismatch() {
    expire();
    payments.channel.answersQueries(decided("T1", ANOTHER_PRICE));

    assertThat(nextCheck()).isEqualTo(CheckResult.MISMATCH);

    assertThat(kinds()).containsExactly(Kind.MISMATCH);
    assertThat(payments.tags()).containsExactly("PAYMENT_CLOSED", "PAYMENT_MISMATCHED");
  }

  @Test
  void aCheckOfAnEndedOrderClosesNothingThere() {
    expire();
    List<String> before = payments.channel.asked();
    payments.channel.answersQueries(new QueryAnswer.Unpaid());

    assertThat(nextCheck()).isEqualTo(CheckResult.UNPAID);

    assertThat(payments.channel.asked().subList(before.size(), before.size() + 1))
        .containsExactly("query");
    assertThat(payments.channel.asked()).hasSize(before.size() + 1);
  }

  @Test
  void everyCheckOfAnEndedOrderIsAudited() {
    expire();
    payments.channel.answersQueries(UNKNOWN);

    assertThat(nextCheck()).isEqualTo(CheckResult.UNKNOWN);
    assertThat(nextCheck()).isEqualTo(CheckResult.UNPAID);

    assertThat(payments.store.audits())
        .extracting(entry -> entry.action() + " " + entry.before() + " " + entry.result())
        .endsWith("QUERY CLOSED UNKNOWN", "QUERY CLOSED CLOSED");
  }

  @Test
  void aSilentChannelIsAskedAgainSoonerAndAnAnswerBringsThePlanBack() {
    expire();
    Instant end = end();
    payments.channel.answersQueries(UNKNOWN);

    assertThat(nextCheck()).isEqualTo(CheckResult.UNKNOWN);
    assertThat(sinceNext(end)).isEqualTo(Duration.ofMinutes(75));
    assertThat(nextCheck()).isEqualTo(CheckResult.UNPAID);

    assertThat(checksUntilRest()).containsExactly(hours(24), hours(72));
  }

  /** However long it was silent for: its first answer is heard if it comes within six days. */
  @Test
  void aChannelThatStaysSilentIsGivenUpAfterSixDays() {
    expire();
    Instant end = end();
    payments.channel.goAway(true);

    List<Duration> checks = checksUntilRest();

    Duration last = checks.get(checks.size() - 1);
    assertThat(last).isBetween(hours(144), hours(168));
    assertThat(checks.get(checks.size() - 2)).isLessThan(hours(144));
    assertThat(checks).hasSizeLessThan(40);
    assertThat(payments.now(order).endedAt()).isEqualTo(end);
  }

  @Test
  void aPaymentWithoutItsAmountIsAskedAboutUntilTheChannelSaysIt() {
    assertThat(applied(success(order, "T1"))).isEqualTo(PayStatus.SUCCESS);
    payments.channel.answersQueries(
        decided("T1", null), UNKNOWN, new QueryAnswer.Unpaid(), decided("T1", PRICE));
    Instant start = payments.clock.instant();

    assertThat(sinceNext(start)).isZero();
    payments.clock.advance(Duration.ofSeconds(10));
    assertThat(nextCheck()).isEqualTo(CheckResult.DECIDED);
    assertThat(sinceNext(start)).isEqualTo(Duration.ofSeconds(70));
    assertThat(nextCheck()).isEqualTo(CheckResult.UNKNOWN);
    assertThat(sinceNext(start)).isEqualTo(Duration.ofSeconds(140));
    assertThat(nextCheck()).isEqualTo(CheckResult.UNPAID);
    assertThat(sinceNext(start)).isEqualTo(Duration.ofSeconds(280));
    assertThat(nextCheck()).isEqualTo(CheckResult.DECIDED);

    assertThat(checksUntilRest()).isEmpty();
    assertThat(payments.store.trades()).extracting(PaidTrade::amount).containsExactly(PRICE);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
  }

  @Test
  void anAmountThatNobodySaysIsAskedForOnceADayForEver() {
    assertThat(applied(success(order, "T1"))).isEqualTo(PayStatus.SUCCESS);
    payments.channel.goAway(true);
    payments.clock.advance(Duration.ofDays(30));
    assertThat(nextCheck()).isEqualTo(CheckResult.UNKNOWN);

    for (int day = 0; day < 10; day++) {
      Instant now = payments.clock.instant();
      assertThat(sinceNext(now)).isEqualTo(Duration.ofDays(1));
      assertThat(nextCheck()).isEqualTo(CheckResult.UNKNOWN);
    }
  }

  @Test
  void anotherAmountThanWasTakenForGrantedIsAMismatchAndTheOrderRests() {
    assertThat(applied(success(order, "T1"))).isEqualTo(PayStatus.SUCCESS);
    payments.channel.answersQueries(decided("T1", ANOTHER_PRICE));

    assertThat(nextCheck()).isEqualTo(CheckResult.MISMATCH);

    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_AMOUNT_DIFFERED");
    assertThat(checksUntilRest()).isEmpty();
  }

  @Test
  void theWrongMoneyLeavesThePlanOfTheEndAsItIs() {
    expire();
    payments.clock.advance(Duration.ofMinutes(30));

    assertThat(applied(success(order, "T1", ANOTHER_PRICE))).isEqualTo(PayStatus.CLOSED);

    assertThat(checksUntilRest()).containsExactly(hours(1), hours(24), hours(72));
  }

  @Test
  void anAmountThatACallbackSaysBringsThePlanOfTheEndBack() {
    expire();
    payments.clock.advance(Duration.ofMinutes(30));
    assertThat(applied(success(order, "T1"))).isEqualTo(PayStatus.CLOSED);
    assertThat(sinceNext(end())).isEqualTo(Duration.ofMinutes(30));

    assertThat(applied(success(order, "T1", PRICE))).isEqualTo(PayStatus.CLOSED);

    assertThat(checksUntilRest()).containsExactly(hours(1), hours(24), hours(72));
  }

  @Test
  void anAmountThatACallbackSaysIsAskedForOnceMoreAtMost() {
    assertThat(applied(success(order, "T1"))).isEqualTo(PayStatus.SUCCESS);

    assertThat(applied(success(order, "T1", PRICE))).isEqualTo(PayStatus.SUCCESS);

    assertThat(checksUntilRest()).hasSizeLessThan(2);
  }

  @Test
  void moneyThatComesWhileTheChannelIsAskedIsKept() {
    expire();
    payments.clock.advance(hours(1));
    payments.channel.beforeAnswer(
        () -> {
          payments.channel.beforeAnswer(() -> {});
          assertThat(applied(success(order, "T1", PRICE))).isEqualTo(PayStatus.CLOSED);
        });

    assertThat(payments.reconcile.handle(order.payNo())).isEqualTo(CheckResult.UNPAID);

    assertThat(kinds()).containsExactly(Kind.LATE);
    assertThat(sinceNext(end())).isEqualTo(hours(24));
  }

  /** The order ends as nobody pays. */
  private void expire() {
    payments.clock.advance(TIME_TO_PAY);
    assertThat(payments.reconcile.handle(order.payNo())).isEqualTo(CheckResult.CLOSED);
  }

  private Instant end() {
    return Objects.requireNonNull(payments.now(order).endedAt());
  }

  /** Checks the order as often as is planned; how long after its end each check is. */
  private List<Duration> checksUntilRest() {
    List<Duration> checks = new ArrayList<>();
    for (Instant next = next(); next != null; next = next()) {
      checks.add(Duration.between(end(), next));
      assertThat(checks).as("checks without end").hasSizeLessThan(100);
      assertThat(nextCheck()).isNotNull();
    }
    payments.clock.advance(Duration.ofDays(365));
    assertThat(payments.claim.handle(10)).isEmpty();
    return checks;
  }

  private Duration sinceNext(Instant start) {
    Instant next = next();
    assertThat(next).isNotNull();
    return Duration.between(start, next);
  }

  private @Nullable Instant next() {
    return payments.store.committed().nextCheck().orElse(null);
  }

  /** The check itself, when it is due. */
  private @Nullable CheckResult nextCheck() {
    Instant next = next();
    if (next == null) {
      return null;
    }
    Duration wait = Duration.between(payments.clock.instant(), next);
    payments.clock.advance(wait.isNegative() ? Duration.ZERO : wait);
    assertThat(payments.claim.handle(10)).containsExactly(order.payNo());
    return payments.reconcile.handle(order.payNo());
  }

  private PayStatus applied(ChannelResult result) {
    return payments.apply.handle(result, Action.NOTIFY).orElseThrow().order().status();
  }

  private QueryAnswer decided(String trade, @Nullable Money amount) {
    return new QueryAnswer.Decided(success(order, trade, amount));
  }

  private QueryAnswer failed() {
    return new QueryAnswer.Decided(failure(order, "T1"));
  }

  private List<Kind> kinds() {
    return payments.store.trades().stream().map(PaidTrade::kind).toList();
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }
}
