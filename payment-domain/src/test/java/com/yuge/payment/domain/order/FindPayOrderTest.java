package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.withPayments;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.shared.PayNo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindPayOrderTest {
  private final InMemoryPayments payments = new InMemoryPayments();

  @ParameterizedTest
  @EnumSource
  void anOrderIsFoundByEitherNumberWithItsPayments(PayStatus status) {
    PayOrderDetails stored = given(status);

    assertThat(payments.find.byPayNo(stored.order().payNo())).contains(stored);
    assertThat(payments.find.byOrderNo(stored.order().orderNo())).contains(stored);
  }

  @Test
  void whatIsUnknownIsNotFound() {
    assertThat(payments.find.byPayNo(aPayNo())).isEmpty();
    assertThat(payments.find.byOrderNo(anOrderNo())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "FAILED", "CLOSED"})
  void aFinalOrderIsReadFromTheStoreOnce(PayStatus status) {
    PayOrderDetails stored = given(status);
    PayNo payNo = stored.order().payNo();

    assertThat(payments.find.byPayNo(payNo)).contains(stored);
    assertThat(payments.find.byPayNo(payNo)).contains(stored);

    assertThat(payments.watch.calls())
        .containsOnlyOnce("PayOrders.find")
        .containsOnlyOnce("PaidTrades.of");
  }

  @ParameterizedTest
  @EnumSource(names = {"INIT", "PAYING"})
  void anOpenOrderIsNeverCopied(PayStatus status) {
    PayOrder order = payments.given(aPayOrder(status));

    assertThat(found(order).order()).isEqualTo(order);

    assertThat(payments.watch.calls()).doesNotContain("FinalPayOrderCache.put");
    PayOrder paid = applied(success(order, "T1"));
    assertThat(found(order).order()).isEqualTo(paid);
  }

  @Test
  void ofAnOrderThatNeverChangedNoPaymentsAreRead() {
    PayOrder order = payments.given(aPayOrder());

    assertThat(found(order).payments()).isEmpty();

    assertThat(payments.watch.calls()).doesNotContain("PaidTrades.of");
  }

  @Test
  void aLateSuccessShowsAtOnceAlthoughTheOrderWasCopied() {
    PayOrder order = payments.given(aPayOrder(PayStatus.CLOSED));
    assertThat(found(order)).isEqualTo(new PayOrderDetails(order, List.of()));

    PayOrder late = applied(success(order, "T1"));

    assertThat(found(order).order()).isEqualTo(late);
    assertThat(found(order).payments()).extracting(PaidTrade::kind).containsExactly(Kind.LATE);
  }

  /** The order itself does not change by it, and has a copy from before. */
  @Test
  void anAmountThatWasAwaitedShowsAtOnceAlthoughTheOrderWasCopied() {
    PayOrder order = payments.given(aPayOrder(PayStatus.PAYING));
    PayOrder paid = applied(success(order, "T1"));
    assertThat(found(order).payments()).extracting(PaidTrade::amount).containsOnlyNulls();

    assertThat(applied(success(order, "T1", PRICE))).isEqualTo(paid);

    assertThat(found(order).payments()).extracting(PaidTrade::amount).containsExactly(PRICE);
  }

  @Test
  void severalPaymentsAreToldOldestFirst() {
    PayOrder order = payments.given(aPayOrder(PayStatus.PAYING));

    for (String trade : List.of("T3", "T1", "T2")) {
      assertThat(applied(success(order, trade, PRICE)).payNo()).isEqualTo(order.payNo());
    }

    assertThat(found(order).payments())
        .extracting(payment -> payment.tradeNo() + " " + payment.kind())
        .containsExactly("T3 SETTLED", "T1 DUPLICATE", "T2 DUPLICATE");
  }

  private PayOrderDetails given(PayStatus status) {
    PayOrder order = payments.given(withPayments(status));
    return new PayOrderDetails(order, payments.store.trades());
  }

  private PayOrderDetails found(PayOrder order) {
    return payments.find.byPayNo(order.payNo()).orElseThrow();
  }

  private PayOrder applied(ChannelResult result) {
    return payments.apply.handle(result, Action.NOTIFY).orElseThrow().order();
  }
}
