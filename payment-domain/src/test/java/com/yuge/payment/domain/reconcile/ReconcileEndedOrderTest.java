package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.Doubt;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.QueryAnswer;
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
      new QueryAnswer.Unknown(new Doubt(Doubt.Cause.TIMEOUT, "no answer in 5 s"));

  private final InMemoryPayments payments = new InMemoryPayments();
  private final PayOrder order = payments.given(aPayOrder());

  @BeforeEach
  void opened() {
    assertThat(payments.open.handle(order.payNo(), Payer.UNKNOWN)).isPresent();
  }

  @Test
  void anOrderThatWasClosedIsLookedAtThreeTimesAndThenRests() {
    expire();

    assertThat(looksUntilRest()).containsExactly(hours(1), hours(24), hours(72));

    assertThat(payments.now(order).status()).isEqualTo(PayStatus.CLOSED);
    assertThat(payments.tags()).containsExactly("PAYMENT_CLOSED");
  }

  @Test
  void anOrderThatFailedIsToo() {
    assertThat(settled(failure(order, "T1"))).isEqualTo(PayStatus.FAILED);
    payments.channel.answersQueries(failed(), failed(), failed());

    assertThat(looksUntilRest()).containsExactly(hours(1), hours(24), hours(72));

    assertThat(payments.now(order).status()).isEqualTo(PayStatus.FAILED);
    assertThat(payments.tags()).containsExactly("PAYMENT_FAILED");
  }

  @Test
  void anOrderThatWasClosedUnopenedRestsAtOnce() {
    PayOrder unopened = payments.given(aPayOrder());
    expire();
    assertThat(payments.reconcile.handle(unopened.payNo())).isEqualTo(Look.CLOSED);

    assertThat(looksUntilRest()).as("the other order's").hasSize(3);
    assertThat(payments.store.audits())
        .filteredOn(entry -> entry.payNo().equals(unopened.payNo()))
        .extracting(entry -> entry.action() + " " + entry.result())
        .containsExactly("CLOSE NEVER_OPENED");
  }

  @Test
  void anOrderThatWasPaidWithItsAmountRestsAtOnce() {
    assertThat(settled(success(order, "T1", PRICE))).isEqualTo(PayStatus.SUCCESS);

    assertThat(looksUntilRest()).isEmpty();

    assertThat(payments.channel.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void moneyWhoseCallbackWasLostForGoodIsFoundWithinThreeDays(int looksBefore) {
    expire();
    for (int look = 0; look < looksBefore; look++) {
      assertThat(nextLook()).isEqualTo(Look.UNPAID);
    }
    payments.channel.answersQueries(decided("T1", PRICE));

    assertThat(nextLook()).isEqualTo(Look.LATE);

    assertThat(kinds()).containsExactly(Kind.LATE);
    assertThat(payments.tags()).containsExactly("PAYMENT_CLOSED", "PAYMENT_LATE_SUCCEEDED");
    assertThat(payments.now(order).status()).isEqualTo(PayStatus.CLOSED);
  }

  @Test
  void whatIsLateAlreadyIsFoundOnceOnly() {
    expire();
    payments.channel.answersQueries(
        decided("T1", PRICE), decided("T1", PRICE), decided("T1", PRICE));

    assertThat(nextLook()).isEqualTo(Look.LATE);
    assertThat(nextLook()).isEqualTo(Look.DECIDED);
    assertThat(nextLook()).isEqualTo(Look.DECIDED);

    assertThat(looksUntilRest()).isEmpty();
    assertThat(kinds()).containsExactly(Kind.LATE);
  }

  @Test
  void theWrongMoneyAfterTheEndIsAMismatch() {
    expire();
    payments.channel.answersQueries(decided("T1", ANOTHER_PRICE));

    assertThat(nextLook()).isEqualTo(Look.MISMATCH);

    assertThat(kinds()).containsExactly(Kind.MISMATCH);
    assertThat(payments.tags()).containsExactly("PAYMENT_CLOSED", "PAYMENT_MISMATCHED");
  }

  @Test
  void aLookAtAnEndedOrderClosesNothingThere() {
    expire();
    List<String> before = payments.channel.asked();
    payments.channel.answersQueries(new QueryAnswer.Unpaid());

    assertThat(nextLook()).isEqualTo(Look.UNPAID);

    assertThat(payments.channel.asked().subList(before.size(), before.size() + 1))
        .containsExactly("query");
    assertThat(payments.channel.asked()).hasSize(before.size() + 1);
  }

  @Test
  void everyLookAtAnEndedOrderIsAudited() {
    expire();
    payments.channel.answersQueries(UNKNOWN);

    assertThat(nextLook()).isEqualTo(Look.UNKNOWN);
    assertThat(nextLook()).isEqualTo(Look.UNPAID);

    assertThat(payments.store.audits())
        .extracting(entry -> entry.action() + " " + entry.before() + " " + entry.result())
        .endsWith("QUERY CLOSED UNKNOWN", "QUERY CLOSED CLOSED");
  }

  @Test
  void aSilentChannelIsAskedAgainSoonerAndAnAnswerBringsThePlanBack() {
    expire();
    Instant end = end();
    payments.channel.answersQueries(UNKNOWN);

    assertThat(nextLook()).isEqualTo(Look.UNKNOWN);
    assertThat(sinceNext(end)).isEqualTo(Duration.ofMinutes(75));
    assertThat(nextLook()).isEqualTo(Look.UNPAID);

    assertThat(looksUntilRest()).containsExactly(hours(24), hours(72));
  }

  /** However long it was silent for: its first answer is heard if it comes within six days. */
  @Test
  void aChannelThatStaysSilentIsGivenUpAfterSixDays() {
    expire();
    Instant end = end();
    payments.channel.goAway(true);

    List<Duration> looks = looksUntilRest();

    Duration last = looks.get(looks.size() - 1);
    assertThat(last).isBetween(hours(144), hours(168));
    assertThat(looks.get(looks.size() - 2)).isLessThan(hours(144));
    assertThat(looks).hasSizeLessThan(40);
    assertThat(payments.now(order).endedAt()).isEqualTo(end);
  }

  @Test
  void aPaymentWithoutItsAmountIsAskedAboutUntilTheChannelSaysIt() {
    assertThat(settled(success(order, "T1"))).isEqualTo(PayStatus.SUCCESS);
    payments.channel.answersQueries(
        decided("T1", null), UNKNOWN, new QueryAnswer.Unpaid(), decided("T1", PRICE));
    Instant start = payments.clock.instant();

    assertThat(sinceNext(start)).isZero();
    payments.clock.advance(Duration.ofSeconds(10));
    assertThat(nextLook()).isEqualTo(Look.DECIDED);
    assertThat(sinceNext(start)).isEqualTo(Duration.ofSeconds(70));
    assertThat(nextLook()).isEqualTo(Look.UNKNOWN);
    assertThat(sinceNext(start)).isEqualTo(Duration.ofSeconds(140));
    assertThat(nextLook()).isEqualTo(Look.UNPAID);
    assertThat(sinceNext(start)).isEqualTo(Duration.ofSeconds(280));
    assertThat(nextLook()).isEqualTo(Look.DECIDED);

    assertThat(looksUntilRest()).isEmpty();
    assertThat(payments.store.trades()).extracting(PaidTrade::amount).containsExactly(PRICE);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
  }

  @Test
  void anAmountThatNobodySaysIsAskedForOnceADayForEver() {
    assertThat(settled(success(order, "T1"))).isEqualTo(PayStatus.SUCCESS);
    payments.channel.goAway(true);
    payments.clock.advance(Duration.ofDays(30));
    assertThat(nextLook()).isEqualTo(Look.UNKNOWN);

    for (int day = 0; day < 10; day++) {
      Instant now = payments.clock.instant();
      assertThat(sinceNext(now)).isEqualTo(Duration.ofDays(1));
      assertThat(nextLook()).isEqualTo(Look.UNKNOWN);
    }
  }

  @Test
  void anotherAmountThanWasTakenForGrantedIsAMismatchAndTheOrderRests() {
    assertThat(settled(success(order, "T1"))).isEqualTo(PayStatus.SUCCESS);
    payments.channel.answersQueries(decided("T1", ANOTHER_PRICE));

    assertThat(nextLook()).isEqualTo(Look.MISMATCH);

    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_AMOUNT_DIFFERED");
    assertThat(looksUntilRest()).isEmpty();
  }

  @Test
  void theWrongMoneyLeavesThePlanOfTheEndAsItIs() {
    expire();
    payments.clock.advance(Duration.ofMinutes(30));

    assertThat(settled(success(order, "T1", ANOTHER_PRICE))).isEqualTo(PayStatus.CLOSED);

    assertThat(looksUntilRest()).containsExactly(hours(1), hours(24), hours(72));
  }

  @Test
  void anAmountThatACallbackSaysBringsThePlanOfTheEndBack() {
    expire();
    payments.clock.advance(Duration.ofMinutes(30));
    assertThat(settled(success(order, "T1"))).isEqualTo(PayStatus.CLOSED);
    assertThat(sinceNext(end())).isEqualTo(Duration.ofMinutes(30));

    assertThat(settled(success(order, "T1", PRICE))).isEqualTo(PayStatus.CLOSED);

    assertThat(looksUntilRest()).containsExactly(hours(1), hours(24), hours(72));
  }

  @Test
  void anAmountThatACallbackSaysIsAskedForOnceMoreAtMost() {
    assertThat(settled(success(order, "T1"))).isEqualTo(PayStatus.SUCCESS);

    assertThat(settled(success(order, "T1", PRICE))).isEqualTo(PayStatus.SUCCESS);

    assertThat(looksUntilRest()).hasSizeLessThan(2);
  }

  @Test
  void moneyThatComesWhileTheChannelIsAskedIsKept() {
    expire();
    payments.clock.advance(hours(1));
    payments.channel.beforeAnswer(
        () -> {
          payments.channel.beforeAnswer(() -> {});
          assertThat(settled(success(order, "T1", PRICE))).isEqualTo(PayStatus.CLOSED);
        });

    assertThat(payments.reconcile.handle(order.payNo())).isEqualTo(Look.UNPAID);

    assertThat(kinds()).containsExactly(Kind.LATE);
    assertThat(sinceNext(end())).isEqualTo(hours(24));
  }

  /** The order ends as nobody pays. */
  private void expire() {
    payments.clock.advance(TIME_TO_PAY);
    assertThat(payments.reconcile.handle(order.payNo())).isEqualTo(Look.CLOSED);
  }

  private Instant end() {
    return Objects.requireNonNull(payments.now(order).endedAt());
  }

  /** Looks at the order as often as is planned; how long after its end each look is. */
  private List<Duration> looksUntilRest() {
    List<Duration> looks = new ArrayList<>();
    for (Instant next = next(); next != null; next = next()) {
      looks.add(Duration.between(end(), next));
      assertThat(looks).as("looks without end").hasSizeLessThan(100);
      assertThat(nextLook()).isNotNull();
    }
    payments.clock.advance(Duration.ofDays(365));
    assertThat(payments.claim.handle(10)).isEmpty();
    return looks;
  }

  private Duration sinceNext(Instant start) {
    Instant next = next();
    assertThat(next).isNotNull();
    return Duration.between(start, next);
  }

  private @Nullable Instant next() {
    return payments.store.committed().nextLook().orElse(null);
  }

  /** The look itself, when it is due. */
  private @Nullable Look nextLook() {
    Instant next = next();
    if (next == null) {
      return null;
    }
    Duration wait = Duration.between(payments.clock.instant(), next);
    payments.clock.advance(wait.isNegative() ? Duration.ZERO : wait);
    assertThat(payments.claim.handle(10)).containsExactly(order.payNo());
    return payments.reconcile.handle(order.payNo());
  }

  private PayStatus settled(ChannelWord word) {
    return payments.settle.handle(word, Action.NOTIFY).orElseThrow().order().status();
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
