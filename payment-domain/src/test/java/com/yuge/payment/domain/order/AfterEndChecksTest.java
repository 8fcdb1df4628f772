package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.InMemoryPayments.AFTER_END;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 1 hour, 24 hours and 72 hours after an unpaid end; all ends are at minute 0. */
class AfterEndChecksTest {
  private final PayOrder unpaid = closed(paying(aPayOrder()));

  @ParameterizedTest
  @CsvSource({"0, 60", "59, 1", "60, 1380", "61, 1379", "1439, 1", "1440, 2880", "4319, 1"})
  void anUnpaidEndIsCheckedThreeTimes(long minute, long next) {
    PayOrder opened = paying(aPayOrder());
    PayOrder failed = applied(opened, failure(opened, "T1"));

    assertThat(next(unpaid, minutes(minute))).contains(minutes(next));
    assertThat(next(failed, minutes(minute))).contains(minutes(next));
  }

  @ParameterizedTest
  @ValueSource(longs = {4320, 4321, 1_000_000})
  void thenItRests(long minute) {
    assertThat(next(unpaid, minutes(minute))).isEmpty();
  }

  @Test
  void anOrderThatWasClosedUnopenedRestsAtOnce() {
    PayOrder unopened = closed(aPayOrder());

    assertThat(next(unopened, Duration.ZERO)).isEmpty();
    assertThat(afterUnknown(unopened, Duration.ZERO)).isEmpty();
  }

  /** With and without its trade: the channel knows the order all the same. */
  @Test
  void aFailureThatWasCalledBackOfAnUnopenedOrderIsCheckedToo() {
    PayOrder order = aPayOrder();

    assertThat(next(applied(order, failure(order, "T1")), Duration.ZERO)).contains(minutes(60));
    assertThat(next(applied(order, failure(order, null)), Duration.ZERO)).contains(minutes(60));
  }

  @ParameterizedTest
  @EnumSource(names = {"INIT", "PAYING"})
  void whatIsOpenIsNotItsMatter(PayStatus open) {
    assertThat(next(aPayOrder(open), minutes(60))).isEmpty();
  }

  @Test
  void anOrderThatWasPaidWithItsAmountRestsAtOnceEvenAfterAnUnknownAnswer() {
    PayOrder order = aPayOrder(PayStatus.PAYING);
    PayOrderDetails paid = paid(order, PRICE);

    assertThat(AFTER_END.next(paid.order(), paid.payments(), NOW)).isEmpty();
    assertThat(AFTER_END.nextAfterUnknown(paid.order(), paid.payments(), NOW)).isEmpty();
  }

  @Test
  void anOrderThatWasPaidWithoutAnAmountIsCheckedAtOnce() {
    PayOrderDetails paid = paid(aPayOrder(PayStatus.PAYING), null);

    assertThat(AFTER_END.next(paid.order(), paid.payments(), NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "59, 60", "60, 60", "61, 61", "600, 600", "86399, 86399", "86400, 86400"})
  void thenItsPausesDouble(long second, long pause) {
    assertAmountAskedAfter(Duration.ofSeconds(second), Duration.ofSeconds(pause));
  }

  @ParameterizedTest
  @ValueSource(longs = {25, 145, 100_000})
  void atMostADayAndForAsLongAsNobodySaysTheAmount(long hour) {
    assertAmountAskedAfter(Duration.ofHours(hour), Duration.ofDays(1));
  }

  /** Two instances, two clocks. */
  @Test
  void aPaymentFromTheFutureIsCheckedSoon() {
    assertAmountAskedAfter(Duration.ofSeconds(-2), minutes(1));
  }

  @Test
  void ofSeveralAmountsTheYoungestSetsTheBackoff() {
    PayOrderDetails once = paid(aPayOrder(PayStatus.PAYING), null);
    ChannelResult second = success(once.order(), "T2");
    List<PaidTrade> payments =
        List.of(
            once.payments().get(0),
            Objects.requireNonNull(apply(once, second, NOW.plus(minutes(10))).received()));

    assertThat(AFTER_END.next(once.order(), payments, NOW.plus(minutes(15)))).contains(minutes(5));
  }

  @Test
  void anAmountIsMoreUrgentThanAnUnpaidEnd() {
    PayOrderDetails late = applied(new PayOrderDetails(unpaid, List.of()), success(unpaid, "T1"));
    List<PaidTrade> said = List.of(late.payments().get(0).withAmount(PRICE, null, false));

    assertThat(AFTER_END.next(late.order(), late.payments(), NOW)).contains(Duration.ZERO);
    assertThat(AFTER_END.next(late.order(), said, NOW)).contains(minutes(60));
  }

  /** Sooner than planned, and less and less often. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "3, 1",
    "4, 1",
    "8, 2",
    "60, 15",
    "1440, 360",
    "4320, 1080",
    "5760, 1440",
    "8639, 1440"
  })
  void silenceIsAskedAgainSoon(long minute, long pause) {
    PayOrder opened = paying(aPayOrder());
    PayOrder failed = applied(opened, failure(opened, "T1"));

    assertThat(afterUnknown(unpaid, minutes(minute))).contains(minutes(pause));
    assertThat(afterUnknown(failed, minutes(minute))).contains(minutes(pause));
  }

  @ParameterizedTest
  @ValueSource(longs = {8640, 8641, 1_000_000})
  void silenceForTwiceTheLongestTimeIsGivenUp(long minute) {
    assertThat(afterUnknown(unpaid, minutes(minute))).isEmpty();
  }

  @Test
  void whereNoTimesAreConfiguredAnUnpaidEndRestsAndAnAmountIsStillAsked() {
    AfterEndChecks never = new AfterEndChecks(List.of());
    PayOrderDetails paid = paid(aPayOrder(PayStatus.PAYING), null);

    assertThat(never.next(unpaid, List.of(), NOW)).isEmpty();
    assertThat(never.nextAfterUnknown(unpaid, List.of(), NOW)).isEmpty();
    assertThat(never.next(paid.order(), paid.payments(), NOW)).contains(Duration.ZERO);
  }

  @Test
  void aPaidOrderOfWhichNoPaymentIsKnownRests() {
    PayOrder old = withPayments(PayStatus.SUCCESS).order();

    assertThat(next(old, Duration.ZERO)).isEmpty();
  }

  private static void assertAmountAskedAfter(Duration since, Duration pause) {
    PayOrderDetails paid = paid(aPayOrder(PayStatus.PAYING), null);

    assertThat(AFTER_END.next(paid.order(), paid.payments(), NOW.plus(since))).contains(pause);
    assertThat(AFTER_END.nextAfterUnknown(paid.order(), paid.payments(), NOW.plus(since)))
        .contains(pause);
  }

  private static PayOrderDetails paid(PayOrder order, @Nullable Money amount) {
    return applied(new PayOrderDetails(order, List.of()), success(order, "T1", amount));
  }

  private static Optional<Duration> next(PayOrder order, Duration sinceEnd) {
    return AFTER_END.next(order, List.of(), NOW.plus(sinceEnd));
  }

  private static Optional<Duration> afterUnknown(PayOrder order, Duration sinceEnd) {
    return AFTER_END.nextAfterUnknown(order, List.of(), NOW.plus(sinceEnd));
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
