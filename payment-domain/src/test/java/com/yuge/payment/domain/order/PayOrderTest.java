package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.CASHIER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.after;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.asOpen;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.terms;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static com.yuge.payment.domain.order.PaidTrade.Kind.DUPLICATE;
import static com.yuge.payment.domain.order.PayStatus.CLOSED;
import static com.yuge.payment.domain.order.PayStatus.FAILED;
import static com.yuge.payment.domain.order.PayStatus.INIT;
import static com.yuge.payment.domain.order.PayStatus.PAYING;
import static com.yuge.payment.domain.order.PayStatus.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PaymentOutcome.AmountConfirmed;
import com.yuge.payment.domain.order.PaymentOutcome.AmountDiffered;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.order.PaymentOutcome.Claim;
import com.yuge.payment.domain.order.PaymentOutcome.Duplicate;
import com.yuge.payment.domain.order.PaymentOutcome.Ignored;
import com.yuge.payment.domain.order.PaymentOutcome.LateSuccess;
import com.yuge.payment.domain.order.PaymentOutcome.Mismatch;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the matrix of states does not show: terms, times, second and third payments. */
class PayOrderTest {
  @Test
  void aNewOrderIsInitAndUnversioned() {
    PayOrder order = aPayOrder();

    assertThat(order.status()).isEqualTo(INIT);
    assertThat(order.version()).isZero();
    assertThat(order.updatedAt()).isEqualTo(NOW);
    assertThat(order.trade())
        .isEqualTo(new Trade(order.payNo(), PRICE, null, NOW.plus(TIME_TO_PAY)));
    assertThat(order.terms()).isNull();
    assertThat(order.endedAt()).isNull();
    assertThat(order.isKnownToChannel()).isFalse();
  }

  @Test
  void theChannelIsToldTheFirstTermsHoweverOftenItIsOpened() {
    PayOrder order = aPayOrder();
    OpenTerms first = terms(order);
    OpenTerms second =
        new OpenTerms(
            new ChannelAccount("account-2", "APP"),
            Payer.UNKNOWN,
            new Subject("three tickets"),
            LATER,
            order.expireAt());

    PayOrder paying = order.open(first, NOW).order();

    assertThat(paying.open(second, LATER)).isEqualTo(new OpenResult.Begun(paying, false));
    assertThat(paying.terms()).isEqualTo(first);
    assertThat(paying.trade())
        .isEqualTo(
            new Trade(
                order.payNo(), PRICE, SUBJECT, order.expireAt(), first.account(), first.payer()));
  }

  /** As those of the version before this one were. */
  @Test
  void anOrderThatWasBegunWithoutTermsGetsThemWhenItIsOpenedAgain() {
    PayOrder before = asOpen(aPayOrder(), PAYING);

    OpenResult result = before.open(terms(before), LATER);

    assertThat(result).isInstanceOf(OpenResult.Begun.class);
    assertThat(result.order().terms()).isEqualTo(terms(before));
    assertThat(result.order().version()).isEqualTo(before.version() + 1);
  }

  @Test
  void anOrderThatHasItsAddressWithoutTermsKeepsToIt() {
    PayOrder before = asOpen(aPayOrder(), PAYING).openedAt(CASHIER, NOW);

    assertThat(before.open(terms(before), LATER)).isEqualTo(new OpenResult.Begun(before, false));
  }

  @Test
  void anOrderMayBeOpenedUntilItsLastMicrosecond() {
    PayOrder order = aPayOrder();

    assertThat(order.open(terms(order), order.expireAt().minusNanos(1_000)))
        .isInstanceOf(OpenResult.Begun.class);
    assertThat(order.open(terms(order), order.expireAt())).isInstanceOf(OpenResult.Refused.class);
    assertThat(paying(order).open(terms(order), order.expireAt()))
        .isInstanceOf(OpenResult.Refused.class);
  }

  @Test
  void theFirstAddressStays() {
    PayOrder opened = paying(aPayOrder()).openedAt(CASHIER, LATER);

    assertThat(opened.payUrl()).isEqualTo(CASHIER);
    assertThat(opened.updatedAt()).isEqualTo(LATER);
    assertThatThrownBy(() -> opened.openedAt(new PayUrl("http://other"), LATER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(applied(opened, success(opened, "T1")).payUrl()).isEqualTo(CASHIER);
  }

  @Test
  void moneyIsTakenEvenAfterTheTimeToPay() {
    PayOrder order = aPayOrder(PAYING);

    assertThat(apply(order, success(order, "T1"), order.expireAt().plus(TIME_TO_PAY)))
        .isInstanceOf(Applied.class);
  }

  @Test
  void aPaidOrderKnowsTradeAndMoment() {
    PayOrder order = aPayOrder();
    PayOrder paid = apply(order, success(order, "T1"), LATER).order();

    assertThat(paid.channelTradeNo()).isEqualTo(new TradeNo("T1"));
    assertThat(paid.paidAt()).isEqualTo(LATER);
    assertThat(paid.endedAt()).isEqualTo(LATER);
    assertThat(paid.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void aResultAboutAnotherOrderIsABug() {
    PayOrder order = aPayOrder();

    assertThatThrownBy(() -> apply(order, success(aPayOrder(), "T1"), NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPaymentHasTheMomentsOfThePayerAndOurs() {
    PayOrder order = aPayOrder(PAYING);
    Instant payersMoment = NOW.plusSeconds(7);

    PaymentOutcome outcome = apply(order, paidAt(order, payersMoment), LATER);

    assertThat(outcome.order().paidAt()).isEqualTo(payersMoment);
    assertThat(outcome.order().endedAt()).isEqualTo(LATER);
    assertThat(outcome.received())
        .isEqualTo(
            new PaidTrade(
                0,
                TestChannels.MOCK,
                new TradeNo("T1"),
                order.payNo(),
                Kind.SETTLED,
                PRICE,
                payersMoment,
                LATER,
                null,
                null,
                RefundTotals.NONE));
  }

  /** Clocks differ; by more than five minutes they do not, so that a channel's time is wrong. */
  @ParameterizedTest
  @CsvSource({
    "-300000001, false",
    "-300000000, true",
    "0, true",
    "60000000, true",
    "360000000, true",
    "360000001, false"
  })
  void aPayersMomentIsBelievedWhenItCanBeTrue(long microsAfterCreation, boolean believed) {
    PayOrder order = aPayOrder(PAYING);
    Instant said = NOW.plus(microsAfterCreation, ChronoUnit.MICROS);

    PaymentOutcome outcome = apply(order, paidAt(order, said), LATER);

    assertThat(outcome.order().paidAt()).isEqualTo(believed ? said : LATER);
    assertThat(received(outcome).paidAt()).isEqualTo(believed ? said : null);
    assertThat(received(outcome).receivedAt()).isEqualTo(LATER);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CLOSED"})
  void aLateSuccessIsTheFirstPaymentAndAnotherIsADoublePayment(PayStatus ended) {
    PayOrderDetails details = withPayments(ended);
    PayOrder order = details.order();
    PaymentOutcome late = apply(details, success(order, "T2"), LATER);
    PayOrderDetails held = after(details, late);

    assertThat(late).isInstanceOf(LateSuccess.class);
    assertThat(received(late).kind()).isEqualTo(Kind.LATE);
    assertThat(received(late).state()).isEqualTo(State.OPEN);
    assertThat(apply(held, success(order, "T2"), LATER)).isEqualTo(new Duplicate(held.order()));
    assertThat(apply(held, failure(order, "T2"), LATER)).isEqualTo(new Ignored(held.order()));
    assertThat(apply(held, success(order, "T3"), LATER))
        .isInstanceOfSatisfying(
            Mismatch.class, second -> assertThat(second.received().kind()).isEqualTo(DUPLICATE));
  }

  @Test
  void aSecondTradeOnAPaidOrderIsADoublePaymentAndSoIsAThird() {
    PayOrderDetails paid = withPayments(SUCCESS);
    PayOrder order = paid.order();

    PayOrderDetails twice = applied(paid, success(order, "T2"));
    PayOrderDetails thrice = applied(twice, success(order, "T3", ANOTHER_PRICE));

    assertThat(thrice.payments())
        .extracting(PaidTrade::kind)
        .containsExactly(Kind.SETTLED, DUPLICATE, DUPLICATE);
    assertThat(thrice.order().version()).isEqualTo(order.version() + 2);
    assertThat(thrice.order().channelTradeNo()).isEqualTo(order.channelTradeNo());
    assertThat(thrice.order().paidAt()).isEqualTo(order.paidAt());
    for (String trade : List.of("T1", "T2", "T3")) {
      assertThat(apply(thrice, success(order, trade), LATER))
          .isEqualTo(new Duplicate(thrice.order()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "SUCCESS", mode = EnumSource.Mode.EXCLUDE)
  void everyMismatchIsHeldWithWhatWasPaid(PayStatus status) {
    PayOrderDetails details = withPayments(status);
    PayOrder order = details.order();
    ChannelResult inDollars = success(order, "T8", PRICE_IN_DOLLARS);

    PayOrderDetails once = applied(details, inDollars);
    PayOrderDetails twice = applied(once, success(order, "T9", ANOTHER_PRICE));

    assertThat(twice.payments())
        .extracting(payment -> payment.tradeNo() + " " + payment.kind() + " " + payment.amount())
        .containsExactly("T8 MISMATCH 99.99 USD", "T9 MISMATCH 0.01 CNY");
    assertThat(twice.order().status()).isEqualTo(status);
    assertThat(twice.order().version()).isEqualTo(order.version() + 2);
    assertThat(apply(twice, inDollars, LATER)).isEqualTo(new Duplicate(twice.order()));
  }

  @Test
  void aMismatchDoesNotKeepAnOpenOrderFromBeingPaid() {
    PayOrderDetails paying = withPayments(PAYING);
    PayOrder order = paying.order();

    PayOrderDetails paid =
        applied(applied(paying, success(order, "T1", ANOTHER_PRICE)), success(order, "T2", PRICE));

    assertThat(paid.order().status()).isEqualTo(SUCCESS);
    assertThat(paid.payments())
        .extracting(PaidTrade::kind)
        .containsExactly(Kind.MISMATCH, Kind.SETTLED);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CLOSED"})
  void aMismatchAfterTheEndDoesNotKeepTheRightMoneyFromBeingLate(PayStatus ended) {
    PayOrderDetails details = withPayments(ended);
    PayOrderDetails marked = applied(details, success(details.order(), "T8", ANOTHER_PRICE));

    assertThat(apply(marked, success(details.order(), "T9"), LATER))
        .isInstanceOf(LateSuccess.class);
  }

  @ParameterizedTest
  @EnumSource
  void aMismatchedTradeIsNeverAppliedByAResultThatLeavesTheAmountOut(PayStatus status) {
    PayOrderDetails details = withPayments(status);
    PayOrder order = details.order();
    PayOrderDetails marked = applied(details, success(order, "T2", ANOTHER_PRICE));

    assertThat(apply(marked, success(order, "T2"), LATER)).isEqualTo(new Duplicate(marked.order()));
  }

  @Test
  void aFailedTradeMayStillSucceedLate() {
    PayOrder failed = aPayOrder(FAILED);

    assertThat(apply(failed, success(failed, "T1"), LATER)).isInstanceOf(LateSuccess.class);
    assertThat(aPayOrder(CLOSED).channelTradeNo()).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYING", "CLOSED"})
  void anAmountThatWasLeftOutIsFilledInOnce(PayStatus status) {
    PayOrderDetails details = withPayments(status);
    PayOrder order = details.order();
    PayOrderDetails unsaid = applied(details, success(order, "T1"));

    PaymentOutcome confirmed = apply(unsaid, success(order, "T1", PRICE), LATER);

    assertThat(confirmed)
        .isInstanceOfSatisfying(
            AmountConfirmed.class,
            it ->
                assertThat(it.payment())
                    .isEqualTo(unsaid.payments().get(0).withAmount(PRICE, null, false)));
    assertThat(confirmed.order()).isEqualTo(unsaid.order());
    PayOrderDetails said = after(unsaid, confirmed);
    assertThat(apply(said, success(order, "T1", PRICE), LATER))
        .isEqualTo(new Duplicate(said.order()));
    assertThat(apply(said, success(order, "T1"), LATER)).isEqualTo(new Duplicate(said.order()));
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYING", "CLOSED"})
  void anotherAmountThanWasTakenForGrantedIsToldOnce(PayStatus status) {
    PayOrderDetails details = withPayments(status);
    PayOrder order = details.order();
    PayOrderDetails unsaid = applied(details, success(order, "T1"));

    PaymentOutcome differed = apply(unsaid, success(order, "T1", ANOTHER_PRICE), LATER);

    assertThat(differed).isInstanceOf(AmountDiffered.class);
    assertThat(differed.order().version()).isEqualTo(unsaid.order().version() + 1);
    assertThat(differed.order().status()).isEqualTo(unsaid.order().status());
    PayOrderDetails said = after(unsaid, differed);
    assertThat(said.payments()).extracting(PaidTrade::amount).containsExactly(ANOTHER_PRICE);
    assertThat(apply(said, success(order, "T1", ANOTHER_PRICE), LATER))
        .isEqualTo(new Duplicate(said.order()));
    assertThat(said.payments()).extracting(PaidTrade::state).containsExactly(State.OPEN);
  }

  /** Whatever it says last counts, and each change is told. */
  @ParameterizedTest
  @EnumSource(names = {"PAYING", "CLOSED", "SUCCESS"})
  void aChannelThatContradictsItselfIsToldEachTime(PayStatus status) {
    PayOrderDetails details = withPayments(status);
    PayOrder order = details.order();
    PayOrderDetails first = applied(details, success(order, "T9", PRICE));

    PaymentOutcome lower = apply(first, success(order, "T9", ANOTHER_PRICE), LATER);
    PayOrderDetails then = after(first, lower);
    PaymentOutcome back = apply(then, success(order, "T9", PRICE), LATER);

    assertThat(lower).isInstanceOf(AmountDiffered.class);
    assertThat(back).isInstanceOf(AmountDiffered.class);
    assertThat(after(then, back).payments())
        .filteredOn(payment -> payment.tradeNo().equals(new TradeNo("T9")))
        .extracting(PaidTrade::state, PaidTrade::amount)
        .containsExactly(tuple(State.OPEN, PRICE));
  }

  /** It is owed back whole, whatever it is. */
  @Test
  void theAmountOfADoublePaymentIsFilledInWhateverItIs() {
    PayOrderDetails paid = withPayments(SUCCESS);
    PayOrder order = paid.order();
    PayOrderDetails twice = applied(paid, success(order, "T2"));

    assertThat(apply(twice, success(order, "T2", ANOTHER_PRICE), LATER))
        .isInstanceOf(AmountConfirmed.class);
    assertThat(apply(twice, success(order, "T2", PRICE), LATER))
        .isInstanceOf(AmountConfirmed.class);
  }

  @Test
  void aTradeOfAnotherOrderIsClaimedOnce() {
    PayOrder order = aPayOrder(PAYING);
    PayOrder owner = aPayOrder(PAYING);
    PaidTrade taken = received(apply(owner, success(owner, "T1"), NOW));
    ChannelResult result = success(order, "T1", PRICE);

    PaymentOutcome claim =
        order.apply(result, new KnownTrades(List.of(), Optional.of(taken), false), LATER);

    assertThat(claim)
        .isInstanceOfSatisfying(
            Claim.class,
            it ->
                assertThat(it.claim())
                    .isEqualTo(
                        new TradeClaim(
                            0, TestChannels.MOCK, new TradeNo("T1"), order.payNo(), PRICE, LATER)));
    assertThat(claim.received()).isNull();
    assertThat(order.apply(result, new KnownTrades(List.of(), Optional.of(taken), true), LATER))
        .isEqualTo(new Duplicate(order));
  }

  private static ChannelResult paidAt(PayOrder order, Instant moment) {
    return new ChannelResult(order.payNo(), Status.SUCCESS, new TradeNo("T1"), PRICE, moment);
  }

  private static PaidTrade received(PaymentOutcome outcome) {
    return Objects.requireNonNull(outcome.received());
  }
}
