package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentSucceeded;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much was paid, and when, as far as the channel says so, now or later. */
class ApplyAmountsTest {
  private final InMemoryPayments payments = new InMemoryPayments();
  private final PayOrder paying = payments.given(aPayOrder(PayStatus.PAYING));
  private final PayOrder closed = payments.given(aPayOrder(PayStatus.CLOSED));

  @BeforeEach
  void aMinuteLater() {
    payments.clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void aSuccessWithoutItsAmountIsAppliedAndAskedAboutAtOnce() {
    assertThat(apply(success(paying, "T1"))).isInstanceOf(PaymentOutcome.Applied.class);

    assertThat(amounts()).containsOnlyNulls().hasSize(1);
    assertThat(payments.claim.handle(10)).containsExactly(paying.payNo());
  }

  @Test
  void aLateSuccessWithoutItsAmountIsAskedAboutAtOnceToo() {
    assertThat(apply(success(closed, "T1"))).isInstanceOf(PaymentOutcome.LateSuccess.class);

    assertThat(payments.claim.handle(10)).containsExactly(closed.payNo());
  }

  @Test
  void aSecondTradeWithoutItsAmountIsAskedAboutAtOnceToo() {
    assertThat(apply(success(paying, "T1", PRICE))).isInstanceOf(PaymentOutcome.Applied.class);
    assertThat(payments.claim.handle(10)).isEmpty();

    assertThat(apply(success(paying, "T2"))).isInstanceOf(PaymentOutcome.Mismatch.class);

    assertThat(payments.claim.handle(10)).containsExactly(paying.payNo());
  }

  @Test
  void aSuccessWithItsAmountIsAskedAboutNoMore() {
    assertThat(apply(success(paying, "T1", PRICE))).isInstanceOf(PaymentOutcome.Applied.class);

    payments.clock.advance(Duration.ofDays(365));
    assertThat(payments.claim.handle(10)).doesNotContain(paying.payNo());
  }

  @Test
  void theRightAmountSaidLaterIsFilledInAndAuditedAndNobodyIsTold() {
    PayOrder paid = apply(success(paying, "T1")).order();

    PaymentOutcome confirmed = apply(success(paying, "T1", PRICE));

    assertThat(confirmed).isInstanceOf(PaymentOutcome.AmountConfirmed.class);
    assertThat(amounts()).containsExactly(PRICE);
    assertThat(payments.now(paying)).isEqualTo(paid);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(payments.store.audits())
        .containsExactly(audit(paid, "AmountConfirmed tradeNo=T1 amount=99.99 CNY"));
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYING", "CLOSED"})
  void anotherAmountSaidLaterIsFilledInAuditedAndTold(PayStatus status) {
    PayOrder before = status == PayStatus.PAYING ? paying : closed;
    PayOrder taken = apply(success(before, "T1")).order();

    PaymentOutcome differed = apply(success(before, "T1", PRICE_IN_DOLLARS));

    assertThat(differed).isInstanceOf(PaymentOutcome.AmountDiffered.class);
    assertThat(amounts()).containsExactly(PRICE_IN_DOLLARS);
    assertThat(payments.now(before)).isEqualTo(differed.order());
    assertThat(differed.order().version()).isEqualTo(taken.version() + 1);
    assertThat(differed.order().status()).isEqualTo(taken.status());
    assertThat(payments.tags()).endsWith("PAYMENT_AMOUNT_DIFFERED").hasSize(2);
    assertThat(payments.store.audits())
        .contains(audit(taken, "AmountDiffered tradeNo=T1 amount=99.99 USD"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAmountThatIsKnownIsAskedForNoMore(boolean right) {
    assertThat(apply(success(paying, "T1")).order().status()).isEqualTo(PayStatus.SUCCESS);
    assertThat(payments.claim.handle(10)).containsExactly(paying.payNo());

    payments.channel.answersQueries(
        new QueryAnswer.Decided(success(paying, "T1", right ? PRICE : ANOTHER_PRICE)));
    assertThat(payments.reconcile.handle(paying.payNo())).isNotNull();

    payments.clock.advance(Duration.ofDays(365));
    assertThat(payments.claim.handle(10)).doesNotContain(paying.payNo());
  }

  @Test
  void anAmountThatTheChannelTakesBackIsPublishedListedAndAuditedWithBothAmounts() {
    PayOrder paid = apply(success(paying, "T1", PRICE)).order();

    PaymentOutcome differed = apply(success(paying, "T1", ANOTHER_PRICE));

    assertThat(differed).isInstanceOf(PaymentOutcome.AmountDiffered.class);
    assertThat(amounts()).containsExactly(ANOTHER_PRICE);
    assertThat(payments.now(paying)).isEqualTo(differed.order());
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_AMOUNT_DIFFERED");
    assertThat(payments.inspectMoney.unapplied(PaidTrade.State.OPEN, 0, 10))
        .extracting(PaidTrade::kind)
        .containsExactly(PaidTrade.Kind.SETTLED);
    assertThat(payments.store.audits())
        .containsExactly(
            audit(paid, "AmountDiffered tradeNo=T1 amount=0.01 CNY, before: 99.99 CNY"));
  }

  @Test
  void aCopyOfTheOrderIsDroppedByAnAmount() {
    assertThat(apply(success(paying, "T1")).order().status()).isEqualTo(PayStatus.SUCCESS);
    assertThat(payments.find.byPayNo(paying.payNo())).isPresent();
    assertThat(payments.finals.find(paying.payNo())).isPresent();

    assertThat(apply(success(paying, "T1", PRICE)))
        .isInstanceOf(PaymentOutcome.AmountConfirmed.class);

    assertThat(payments.finals.find(paying.payNo())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PaidTrades.replaceAmount", "AuditTrail.record"})
  void anAmountIsConfirmedWhollyOrNotAtAll(String broken) {
    PayOrder paid = apply(success(paying, "T1")).order();

    assertNothingKept(broken, success(paying, "T1", PRICE), paid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PaidTrades.replaceAmount",
        "PayOrders.raiseVersion",
        "Outbox.append",
        "AuditTrail.record"
      })
  void anotherAmountIsWrittenWhollyOrNotAtAll(String broken) {
    PayOrder paid = apply(success(paying, "T1")).order();

    assertNothingKept(broken, success(paying, "T1", ANOTHER_PRICE), paid);
  }

  @Test
  void thePayersMomentIsTheOrdersAndTheEvents() {
    Instant moment = NOW.plusSeconds(7);

    PayOrder paid = apply(paidAt(paying, moment)).order();

    assertThat(payments.now(paying).paidAt()).isEqualTo(moment);
    assertThat(paid.endedAt()).isEqualTo(LATER);
    assertThat(payments.store.trades()).extracting(PaidTrade::paidAt).containsExactly(moment);
    assertThat(payments.store.events())
        .singleElement()
        .isInstanceOfSatisfying(
            PaymentSucceeded.class,
            event -> {
              assertThat(event.paidAt()).isEqualTo(moment);
              assertThat(event.at()).isEqualTo(LATER);
            });
    assertThat(payments.store.audits()).isEmpty();
  }

  @Test
  void aPayersMomentThatCannotBeTrueIsReplacedByOursAndAudited() {
    Instant moment = NOW.minus(Duration.ofDays(1));

    PayOrder paid = apply(paidAt(paying, moment)).order();

    assertThat(paid.paidAt()).isEqualTo(LATER);
    assertThat(payments.store.trades()).extracting(PaidTrade::paidAt).containsOnlyNulls();
    assertThat(payments.store.audits())
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.detail())
                    .isEqualTo(
                        "Applied tradeNo=T1 amount=99.99 CNY, paidAt is PT-24H-1M from now, which"
                            + " cannot be true: our time counts"));
  }

  private void assertNothingKept(String broken, ChannelResult result, PayOrder before) {
    payments.watch.breaks(broken);

    assertThatThrownBy(() -> apply(result)).isInstanceOf(StoreUnavailable.class);

    assertThat(payments.now(before)).isEqualTo(before);
    assertThat(amounts()).containsOnlyNulls();
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(payments.store.audits()).isEmpty();
  }

  private List<@Nullable Money> amounts() {
    return payments.store.trades().stream().<@Nullable Money>map(PaidTrade::amount).toList();
  }

  private static ChannelResult paidAt(PayOrder order, Instant moment) {
    return new ChannelResult(order.payNo(), Status.SUCCESS, new TradeNo("T1"), PRICE, moment);
  }

  private PaymentOutcome apply(ChannelResult result) {
    return payments.apply.handle(result, Action.NOTIFY).orElseThrow();
  }

  private static AuditEntry audit(PayOrder order, String detail) {
    return new AuditEntry(
        order.payNo(), Action.NOTIFY, order.status(), order.status(), "SUCCESS", detail, LATER);
  }
}
