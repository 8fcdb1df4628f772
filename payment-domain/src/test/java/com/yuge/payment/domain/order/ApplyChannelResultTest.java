package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static com.yuge.payment.domain.order.PayStatus.CLOSED;
import static com.yuge.payment.domain.order.PayStatus.PAYING;
import static com.yuge.payment.domain.order.PayStatus.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.shared.StoreUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyChannelResultTest {
  private final InMemoryPayments payments = new InMemoryPayments();
  private final PayOrder paying = payments.given(aPayOrder(PAYING));
  private final PayOrder closed = payments.given(aPayOrder(CLOSED));

  @Test
  void aSuccessIsWrittenWithItsEvent() {
    PaymentOutcome outcome = apply(success(paying, "T1"));

    assertThat(outcome).isInstanceOf(PaymentOutcome.Applied.class);
    assertThat(payments.now(paying)).isEqualTo(outcome.order());
    assertThat(payments.store.events()).containsExactly(((PaymentOutcome.Applied) outcome).event());
    assertThat(payments.store.audits()).isEmpty();
  }

  @Test
  void theOrderIsLockedAndWrittenBeforeTheEventIsAppended() {
    assertThat(apply(success(paying, "T1"))).isInstanceOf(PaymentOutcome.Applied.class);

    assertThat(payments.watch.calls())
        .containsExactly("PayOrders.lock", "PaidTrades.add", "PayOrders.advance", "Outbox.append");
  }

  @Test
  void aSecondSuccessIsADuplicateAndWritesNothing() {
    PayOrder paid = apply(success(paying, "T1")).order();

    assertThat(apply(success(paying, "T1"))).isEqualTo(new PaymentOutcome.Duplicate(paid));

    assertThat(payments.now(paying)).isEqualTo(paid);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(payments.store.audits()).isEmpty();
  }

  @Test
  void aLateSuccessIsWrittenAuditedAndDropsTheCopy() {
    assertThat(payments.find.byPayNo(closed.payNo())).isPresent();

    PaymentOutcome outcome = apply(success(closed, "T1"));

    assertThat(payments.now(closed)).isEqualTo(outcome.order());
    assertThat(payments.tags()).containsExactly("PAYMENT_LATE_SUCCEEDED");
    assertThat(payments.finals.find(closed.payNo())).isEmpty();
    assertThat(payments.store.audits())
        .containsExactly(audit(closed, "SUCCESS", "LateSuccess tradeNo=T1 amount=unsaid"));
  }

  @Test
  void aFailureAfterSuccessIsIgnoredButAudited() {
    PayOrder paid = apply(success(paying, "T1")).order();

    assertThat(apply(failure(paying, null))).isEqualTo(new PaymentOutcome.Ignored(paid));

    assertThat(payments.now(paying)).isEqualTo(paid);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(payments.store.audits())
        .containsExactly(audit(paid, "FAILED", "Ignored tradeNo=null amount=unsaid"));
  }

  @Test
  void everyMismatchIsWrittenWithItsEventAndAudited() {
    PaymentOutcome first = apply(success(paying, "T1", ANOTHER_PRICE));
    PaymentOutcome second = apply(success(paying, "T2", ANOTHER_PRICE));

    assertThat(first.order().version()).isEqualTo(paying.version() + 1);
    assertThat(second.order().version()).isEqualTo(paying.version() + 2);
    assertThat(payments.now(paying)).isEqualTo(second.order());
    assertThat(payments.store.trades())
        .extracting(PaidTrade::kind)
        .containsExactly(Kind.MISMATCH, Kind.MISMATCH);
    assertThat(payments.store.events()).containsExactly(first.event(), second.event());
    assertThat(payments.store.audits())
        .containsExactly(
            audit(paying, "SUCCESS", "Mismatch MISMATCH tradeNo=T1 amount=0.01 CNY"),
            audit(paying, "SUCCESS", "Mismatch MISMATCH tradeNo=T2 amount=0.01 CNY"));
  }

  @Test
  void aCopyOfAPaidOrderIsDroppedByADoublePayment() {
    PayOrder paid = payments.given(withPayments(SUCCESS));
    assertThat(payments.find.byPayNo(paid.payNo())).isPresent();

    assertThat(apply(success(paid, "T2"))).isInstanceOf(PaymentOutcome.Mismatch.class);

    assertThat(payments.finals.find(paid.payNo())).isEmpty();
  }

  @Test
  void anUnknownOrderIsNothing() {
    assertThat(payments.apply.handle(success(aPayOrder(), "T1"), Action.NOTIFY)).isEmpty();

    assertThat(payments.tags()).isEmpty();
    assertThat(payments.store.audits()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PayOrders.lock", "PaidTrades.add", "PayOrders.advance", "Outbox.append"})
  void aSuccessIsWrittenWhollyOrNotAtAll(String broken) {
    payments.watch.breaks(broken);

    assertThatThrownBy(() -> apply(success(paying, "T1"))).isInstanceOf(StoreUnavailable.class);

    assertThat(payments.now(paying)).isEqualTo(paying);
    assertThat(payments.store.trades()).isEmpty();
    assertThat(payments.tags()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PaidTrades.add",
        "PayOrders.raiseVersion",
        "Outbox.append",
        "DueOrders.scheduleCheck",
        "AuditTrail.record"
      })
  void aLateSuccessIsWrittenWhollyOrNotAtAll(String broken) {
    PayOrderDetails copy = payments.find.byPayNo(closed.payNo()).orElseThrow();
    payments.watch.breaks(broken);

    assertThatThrownBy(() -> apply(success(closed, "T1"))).isInstanceOf(StoreUnavailable.class);

    assertThat(payments.now(closed)).isEqualTo(closed);
    assertThat(payments.tags()).isEmpty();
    assertThat(payments.store.trades()).isEmpty();
    assertThat(payments.store.audits()).isEmpty();
    assertThat(payments.finals.find(closed.payNo())).contains(copy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PaidTrades.add", "PayOrders.raiseVersion", "Outbox.append", "AuditTrail.record"})
  void aMismatchIsWrittenWhollyOrNotAtAll(String broken) {
    payments.watch.breaks(broken);

    assertThatThrownBy(() -> apply(success(paying, "T1", ANOTHER_PRICE)))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(payments.now(paying)).isEqualTo(paying);
    assertThat(payments.store.trades()).isEmpty();
    assertThat(payments.tags()).isEmpty();
    assertThat(payments.store.audits()).isEmpty();
  }

  @Test
  void ofManyTradesAtOnceOnePaysTheOrder() {
    Race<PaymentOutcome> race =
        Race.of(16, () -> apply(success(paying, "T" + Thread.currentThread().getId())));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).filteredOn(PaymentOutcome.Applied.class::isInstance).hasSize(1);
    assertThat(race.answers()).filteredOn(PaymentOutcome.Mismatch.class::isInstance).hasSize(15);
    assertThat(payments.tags())
        .hasSize(16)
        .startsWith("PAYMENT_SUCCEEDED")
        .containsOnlyOnce("PAYMENT_SUCCEEDED");
    assertThat(payments.store.trades()).filteredOn(PaidTrade::isUnapplied).hasSize(15);
  }

  private PaymentOutcome apply(ChannelResult result) {
    return payments.apply.handle(result, Action.NOTIFY).orElseThrow();
  }

  private static AuditEntry audit(PayOrder order, String result, String detail) {
    return new AuditEntry(
        order.payNo(), Action.NOTIFY, order.status(), order.status(), result, detail, NOW);
  }
}
