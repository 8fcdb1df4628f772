package com.yuge.payment.domain.order;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindPayOrderTest {
  private final InMemoryPayments payments = new InMemoryPayments();

  @ParameterizedTest
  @EnumSource
  void anOrderIsFoundByEitherNumber(PayStatus status) {
    PayOrder order = payments.given(aPayOrder(status));

    assertThat(payments.find.byPayNo(order.payNo())).contains(order);
    assertThat(payments.find.byOrderNo(order.orderNo())).contains(order);
  }

  @Test
  void whatIsUnknownIsNotFound() {
    assertThat(payments.find.byPayNo(aPayNo())).isEmpty();
    assertThat(payments.find.byOrderNo(anOrderNo())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "FAILED", "CLOSED"})
  void aFinalOrderIsReadFromTheStoreOnce(PayStatus status) {
    PayOrder order = payments.given(aPayOrder(status));

    assertThat(payments.find.byPayNo(order.payNo())).contains(order);
    assertThat(payments.find.byPayNo(order.payNo())).contains(order);

    assertThat(payments.watch.calls()).containsOnlyOnce("PayOrders.find");
  }

  @ParameterizedTest
  @EnumSource(names = {"INIT", "PAYING"})
  void anOpenOrderIsNeverCopied(PayStatus status) {
    PayOrder order = payments.given(aPayOrder(status));

    assertThat(payments.find.byPayNo(order.payNo())).contains(order);

    assertThat(payments.watch.calls()).doesNotContain("FinalPayOrders.put");
    PayOrder paid = settled(order);
    assertThat(payments.find.byPayNo(order.payNo())).contains(paid);
  }

  @Test
  void aLateSuccessShowsAtOnceAlthoughTheOrderWasCopied() {
    PayOrder order = payments.given(aPayOrder(PayStatus.CLOSED));
    assertThat(payments.find.byPayNo(order.payNo())).contains(order);

    PayOrder late = settled(order);

    assertThat(late.lateSuccess()).isNotNull();
    assertThat(payments.find.byPayNo(order.payNo())).contains(late);
  }

  private PayOrder settled(PayOrder order) {
    return payments.settle.handle(success(order, "T1"), Action.NOTIFY).orElseThrow().order();
  }
}
