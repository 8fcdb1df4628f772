package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.order.PayStatus.CLOSED;
import static com.yuge.payment.domain.order.PayStatus.PAYING;
import static com.yuge.payment.domain.order.PayStatus.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.StoreUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlePayOrderTest {
  private final InMemoryPayments payments = new InMemoryPayments();
  private final PayOrder paying = payments.given(aPayOrder(PAYING));
  private final PayOrder closed = payments.given(aPayOrder(CLOSED));

  @Test
  void aSuccessIsWrittenWithItsEvent() {
    Settlement settlement = settle(success(paying, "T1"));

    assertThat(settlement).isInstanceOf(Settlement.Applied.class);
    assertThat(payments.now(paying)).isEqualTo(settlement.order());
    assertThat(payments.store.events()).containsExactly(((Settlement.Applied) settlement).event());
    assertThat(payments.store.audits()).isEmpty();
  }

  @Test
  void theOrderIsLockedAndWrittenBeforeTheEventIsAppended() {
    assertThat(settle(success(paying, "T1"))).isInstanceOf(Settlement.Applied.class);

    assertThat(payments.watch.calls())
        .containsExactly("PayOrders.lock", "PayOrders.advance", "Outbox.append");
  }

  @Test
  void aSecondSuccessIsADuplicateAndWritesNothing() {
    PayOrder paid = settle(success(paying, "T1")).order();

    assertThat(settle(success(paying, "T1"))).isEqualTo(new Settlement.Duplicate(paid));

    assertThat(payments.now(paying)).isEqualTo(paid);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(payments.store.audits()).isEmpty();
  }

  @Test
  void aLateSuccessIsWrittenAuditedAndDropsTheCopy() {
    payments.finals.put(closed);

    Settlement settlement = settle(success(closed, "T1"));

    assertThat(payments.now(closed)).isEqualTo(settlement.order());
    assertThat(payments.tags()).containsExactly("PAYMENT_LATE_SUCCEEDED");
    assertThat(payments.finals.find(closed.payNo())).isEmpty();
    assertThat(payments.store.audits())
        .containsExactly(audit(closed, "SUCCESS", "LateSuccess tradeNo=T1 amount=unsaid"));
  }

  @Test
  void aFailureAfterSuccessIsIgnoredButAudited() {
    PayOrder paid = settle(success(paying, "T1")).order();

    assertThat(settle(failure(paying, null))).isEqualTo(new Settlement.Ignored(paid));

    assertThat(payments.now(paying)).isEqualTo(paid);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(payments.store.audits())
        .containsExactly(audit(paid, "FAILED", "Ignored tradeNo=null amount=unsaid"));
  }

  @Test
  void aMismatchIsWrittenOnceAndAuditedAlways() {
    PayOrder marked = settle(success(paying, "T1", ANOTHER_PRICE)).order();
    Settlement second = settle(success(paying, "T2", ANOTHER_PRICE));

    assertThat(second).isEqualTo(new Settlement.Mismatch(marked, false));
    assertThat(payments.now(paying)).isEqualTo(marked);
    assertThat(payments.tags()).isEmpty();
    assertThat(payments.store.audits())
        .containsExactly(
            audit(paying, "SUCCESS", "Mismatch tradeNo=T1 amount=0.01 CNY"),
            audit(paying, "SUCCESS", "Mismatch tradeNo=T2 amount=0.01 CNY"));
  }

  @Test
  void aCopyOfAPaidOrderIsDroppedByADoublePayment() {
    PayOrder paid = payments.given(aPayOrder(SUCCESS));
    payments.finals.put(paid);

    assertThat(settle(success(paid, "T2"))).isInstanceOf(Settlement.Mismatch.class);

    assertThat(payments.finals.find(paid.payNo())).isEmpty();
  }

  @Test
  void anUnknownOrderIsNothing() {
    assertThat(payments.settle.handle(success(aPayOrder(), "T1"), Action.NOTIFY)).isEmpty();

    assertThat(payments.tags()).isEmpty();
    assertThat(payments.store.audits()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PayOrders.lock", "PayOrders.advance", "Outbox.append"})
  void aSuccessIsWrittenWhollyOrNotAtAll(String broken) {
    payments.watch.breaks(broken);

    assertThatThrownBy(() -> settle(success(paying, "T1"))).isInstanceOf(StoreUnavailable.class);

    assertThat(payments.now(paying)).isEqualTo(paying);
    assertThat(payments.tags()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PayOrders.recordLateSuccess", "Outbox.append", "AuditTrail.record"})
  void aLateSuccessIsWrittenWhollyOrNotAtAll(String broken) {
    payments.finals.put(closed);
    payments.watch.breaks(broken);

    assertThatThrownBy(() -> settle(success(closed, "T1"))).isInstanceOf(StoreUnavailable.class);

    assertThat(payments.now(closed)).isEqualTo(closed);
    assertThat(payments.tags()).isEmpty();
    assertThat(payments.store.audits()).isEmpty();
    assertThat(payments.finals.find(closed.payNo())).contains(closed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PayOrders.recordMismatch", "AuditTrail.record"})
  void aMismatchIsWrittenWhollyOrNotAtAll(String broken) {
    payments.watch.breaks(broken);

    assertThatThrownBy(() -> settle(success(paying, "T1", ANOTHER_PRICE)))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(payments.now(paying)).isEqualTo(paying);
    assertThat(payments.store.audits()).isEmpty();
  }

  @Test
  void ofManyTradesAtOnceOneSettlesTheOrder() {
    Race<Settlement> race =
        Race.of(16, () -> settle(success(paying, "T" + Thread.currentThread().getId())));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).filteredOn(Settlement.Applied.class::isInstance).hasSize(1);
    assertThat(race.answers()).filteredOn(Settlement.Mismatch.class::isInstance).hasSize(15);
    assertThat(payments.tags()).containsExactly("PAYMENT_SUCCEEDED");
  }

  private Settlement settle(ChannelWord word) {
    return payments.settle.handle(word, Action.NOTIFY).orElseThrow();
  }

  private static AuditEntry audit(PayOrder order, String result, String detail) {
    return new AuditEntry(
        order.payNo(), Action.NOTIFY, order.status(), order.status(), result, detail, NOW);
  }
}
