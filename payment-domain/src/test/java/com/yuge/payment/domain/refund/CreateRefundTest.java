package com.yuge.payment.domain.refund;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.aRefund;
import static com.yuge.payment.domain.fixtures.RefundBook.anUnappliedRefund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.fakes.CountingDigits;
import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.RefundCreation.Agreed;
import com.yuge.payment.domain.refund.RefundCreation.Cause;
import com.yuge.payment.domain.refund.RefundCreation.Refused;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who gets a refund, and who does not. */
class CreateRefundTest {
  private final InMemoryPayments payments = new InMemoryPayments();
  private final CreateRefund create = payments.refund.createRefund();

  @Test
  void aPaidOrderIsGivenBackInPart() {
    PayOrder order = paid(PRICE);

    Refund refund = created(aRefund(order, yuan("10.00")));

    assertThat(refund.status()).isEqualTo(RefundStatus.SUCCESS);
    assertThat(refund.refundNo().value()).startsWith("REF20260301100").hasSize(32);
    assertThat(refund.refundNo().value()).endsWith(order.payNo().value().substring(30));
    assertThat(settled(order).refunds().done()).isEqualByComparingTo("10.00");
    assertThat(payments.now(order).status()).isEqualTo(PayStatus.SUCCESS);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED", "REFUND_SUCCEEDED");
    assertThat(payments.store.audits())
        .extracting(step -> step.action())
        .contains(Action.REFUND, Action.REFUND_ASK);
  }

  @Test
  void theRefundIsCommittedBeforeTheChannelIsAsked() {
    PayOrder order = paid(PRICE);
    payments.refundChannel.beforeAnswer(
        () -> {
          Refund committed = payments.store.refunds().get(0);
          assertThat(committed.status()).isEqualTo(RefundStatus.REFUNDING);
          assertThat(committed.progress().asks()).isOne();
          assertThat(settled(order).refunds().held()).isEqualByComparingTo("10.00");
        });

    assertThat(created(aRefund(order, yuan("10.00"))).isDone()).isTrue();
    assertThat(payments.refundChannel.asked()).containsExactly("refund");
  }

  @Test
  void aRepeatIsTheSameRefundAndAsksNobody() {
    PayOrder order = paid(PRICE);
    Refund first = created(aRefund(order, "r1", yuan("10.00")));

    RefundCreation again = create.handle(aRefund(order, "r1", yuan("10.00"))).orElseThrow();

    assertThat(again)
        .isEqualTo(new Agreed(new RefundOutcome(RefundOutcome.Kind.UNCHANGED, first), false));
    assertThat(payments.refundChannel.asked()).hasSize(1);
  }

  @Test
  void theSameNumberWithOtherContentIsRefused() {
    PayOrder order = paid(PRICE);
    assertThat(created(aRefund(order, "r1", yuan("10.00"))).isDone()).isTrue();

    assertThat(refused(aRefund(order, "r1", yuan("10.01")))).isEqualTo(Cause.DIFFERENT);
    NewRefund like = aRefund(order, "r1", yuan("10.00"));
    NewRefund unapplied =
        new NewRefund(
            like.payNo(),
            like.refundOrderNo(),
            like.amount(),
            like.reason(),
            new TradeNo("T1"),
            "ops");
    assertThat(refused(unapplied)).isEqualTo(Cause.DIFFERENT);
  }

  @Test
  void aRefundOrderNumberIsTheOrdersOwn() {
    Refund one = created(aRefund(paid(PRICE, "T1"), "r1", yuan("10.00")));
    Refund other = created(aRefund(paid(PRICE, "T2"), "r1", yuan("10.00")));

    assertThat(other.refundNo()).isNotEqualTo(one.refundNo());
  }

  @Test
  void noMoreGoesBackThanWasTaken() {
    PayOrder order = paid(PRICE);
    assertThat(created(aRefund(order, yuan("60.00"))).isDone()).isTrue();

    Refused refused = (Refused) create.handle(aRefund(order, yuan("40.00"))).orElseThrow();

    assertThat(refused.cause()).isEqualTo(Cause.EXCEEDS);
    assertThat(refused.refundable()).isEqualByComparingTo("39.99");
    assertThat(created(aRefund(order, yuan("39.99"))).isDone()).isTrue();
    assertThat(settled(order).refundable()).isEqualByComparingTo("0");
  }

  @Test
  void whatIsNotDecidedYetCountsToo() {
    PayOrder order = paid(PRICE);
    payments.refundChannel.goAway(true);
    Refund refund = created(aRefund(order, PRICE));

    assertThat(refund.status()).isEqualTo(RefundStatus.REFUNDING);
    assertThat(refund.progress().lastError()).contains("TIMEOUT");
    assertThat(refused(aRefund(order, yuan("0.01")))).isEqualTo(Cause.EXCEEDS);
  }

  @Test
  void whatHasFailedIsFreeAgain() {
    PayOrder order = paid(PRICE);
    payments.refundChannel.answersRefunds(new RefundAnswer.Refused(new FailCode("CLOSED"), true));
    Refund failed = created(aRefund(order, PRICE));

    assertThat(failed.status()).isEqualTo(RefundStatus.FAILED);
    assertThat(created(aRefund(order, PRICE)).isDone()).isTrue();
    assertThat(payments.tags())
        .containsExactly("PAYMENT_SUCCEEDED", "REFUND_FAILED", "REFUND_SUCCEEDED");
  }

  @Test
  void aPaymentHasAtMostFiftyRefunds() {
    PayOrder order = paid(PRICE);
    for (int i = 0; i < CreateRefund.MOST; i++) {
      assertThat(created(aRefund(order, yuan("0.01"))).isDone()).isTrue();
    }

    assertThat(refused(aRefund(order, yuan("0.01")))).isEqualTo(Cause.TOO_MANY);
  }

  @Test
  void aPaymentIsGivenBackForAYear() {
    PayOrder order = paid(PRICE);
    payments.clock.advance(CreateRefund.LONGEST);
    assertThat(created(aRefund(order, yuan("0.01"))).isDone()).isTrue();
    payments.clock.advance(Duration.ofMillis(1));

    assertThat(refused(aRefund(order, yuan("0.01")))).isEqualTo(Cause.TOO_OLD);
  }

  @Test
  void onlyAPaidOrderIsGivenBack() {
    PayOrder open = payments.given(paying(aPayOrder()));

    assertThat(refused(aRefund(open, yuan("1.00")))).isEqualTo(Cause.NOT_PAID);
    assertThat(create.handle(aRefund(aPayOrder(), yuan("1.00")))).isEmpty();
    assertThat(payments.store.refunds()).isEmpty();
  }

  @Test
  void nothingGoesBackWhileTheAmountIsUnknown() {
    PayOrder order = paid(null);

    assertThat(refused(aRefund(order, yuan("1.00")))).isEqualTo(Cause.AMOUNT_UNKNOWN);
  }

  @Test
  void anOperatorGivesADoublePaymentBackAsAWhole() {
    PayOrder order = paid(PRICE);
    assertThat(payments.apply.handle(success(order, "T2", PRICE), Action.NOTIFY)).isPresent();

    assertThat(refused(anUnappliedRefund(order, "T2", yuan("1.00")))).isEqualTo(Cause.NOT_WHOLE);
    assertThat(refused(anUnappliedRefund(order, "T3"))).isEqualTo(Cause.NOT_PAID);
    assertThat(created(anUnappliedRefund(order, "T2")).isDone()).isTrue();

    assertThat(trades(order).get(1).state()).isEqualTo(PaidTrade.State.REFUNDED);
    assertThat(settled(order).refunds().held()).isEqualByComparingTo("0");
    assertThat(refused(anUnappliedRefund(order, "T2"))).isEqualTo(Cause.RESOLVED);
  }

  @Test
  void theTradeThatPaidTheOrderIsTheShopsToGiveBack() {
    PayOrder order = paid(PRICE);

    assertThat(refused(anUnappliedRefund(order, "T1"))).isEqualTo(Cause.NOT_PAID);
  }

  @Test
  void anotherCurrencyIsNotGivenBackAsOurs() {
    PayOrder order = paid(PRICE);
    assertThat(payments.apply.handle(success(order, "T2", PRICE_IN_DOLLARS), Action.NOTIFY))
        .isPresent();

    assertThat(refused(anUnappliedRefund(order, "T2"))).isEqualTo(Cause.CURRENCY);
  }

  @Test
  void withoutTheCapabilityNothingIsPromised() {
    PayOrder order = paid(PRICE);
    CreateRefund without =
        new PaymentUseCases(
                payments.useCases.ports(),
                new Channels(List.of(payments.channel)),
                new CountingDigits(),
                InMemoryPayments.SETTINGS,
                payments.clock)
            .refunds()
            .createRefund();

    assertThatThrownBy(() -> without.handle(aRefund(order, PRICE)))
        .isInstanceOf(ChannelUnavailable.class);
    assertThat(payments.store.refunds()).isEmpty();
    assertThat(settled(order).refunds().held()).isEqualByComparingTo("0");
  }

  @Test
  void aDecisionDropsTheCachedOrder() {
    PayOrder order = paid(PRICE);
    assertThat(payments.find.byPayNo(order.payNo())).isPresent();

    assertThat(created(aRefund(order, yuan("10.00"))).isDone()).isTrue();

    assertThat(payments.find.byPayNo(order.payNo()).orElseThrow().payments().get(0).refunds())
        .isEqualTo(settled(order).refunds());
  }

  @Test
  void anAnswerThatIsLostIsNotASecondRefund() {
    PayOrder order = paid(PRICE);
    payments.refundChannel.answersRefunds(FakeRefunds.AWAY);
    Refund refund = created(aRefund(order, PRICE));

    DueRefund due = new DueRefund(refund.refundNo(), refund.version());
    RefundOutcome repeated = payments.refund.processRefund().handle(due);

    assertThat(repeated.refund().isDone()).isTrue();
    assertThat(payments.refundChannel.booked()).isOne();
  }

  private PayOrder paid(@Nullable Money amount) {
    return paid(amount, "T1");
  }

  private PayOrder paid(@Nullable Money amount, String trade) {
    PayOrder order = payments.given(paying(aPayOrder()));
    return payments
        .apply
        .handle(success(order, trade, amount), Action.NOTIFY)
        .orElseThrow()
        .order();
  }

  private Refund created(NewRefund wanted) {
    Agreed agreed = (Agreed) create.handle(wanted).orElseThrow();
    assertThat(agreed.isNew()).isTrue();
    return agreed.refund();
  }

  private Cause refused(NewRefund wanted) {
    int before = payments.store.refunds().size();
    Refused refused = (Refused) create.handle(wanted).orElseThrow();
    assertThat(payments.store.refunds()).hasSize(before);
    return refused.cause();
  }

  private List<PaidTrade> trades(PayOrder order) {
    return payments.store.trades().stream()
        .filter(trade -> trade.payNo().equals(order.payNo()))
        .toList();
  }

  private PaidTrade settled(PayOrder order) {
    return trades(order).get(0);
  }
}
