package com.yuge.payment.orderservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of an event that is not plainly the price of an order, on a real database. */
class OrdersE2eTest {
  private static final DataSource DATABASE = TestServers.createDatabase("order_service_alerts");

  private final Orders orders = new Orders(DATABASE);
  private final Hearing hearing = Hearing.of(orders);
  private final OrderRows rows = new OrderRows(DATABASE);
  private final String orderNo = Events.orderNo();

  @ParameterizedTest
  @CsvSource({
    "PAYMENT_SUCCEEDED, AMOUNT_DISPUTED",
    "PAYMENT_LATE_SUCCEEDED, REFUND_DUE",
    "PAYMENT_AMOUNT_DIFFERED, AMOUNT_DISPUTED"
  })
  void anotherAmountIsNotPaymentAndIsRaised(String tag, String status) {
    reserve();
    Events.Body event = Events.of(orderNo, "4.99");

    assertThat(hearing.hear(event, tag)).contains(status);
    assertThat(hearing.hear(event, tag)).contains("CONSUMED_BEFORE");

    assertThat(orders.status(orderNo)).contains(status);
    assertThat(rows.audit(orderNo)).containsExactly("STOCK_RESERVED -> " + status);
    assertThat(rows.consumed(orderNo)).containsExactly(tag);
    assertThat(rows.alerts(orderNo)).containsExactly("WRONG_AMOUNT");
  }

  @Test
  void anAmountThatIsFoundToDifferUndoesPaid() {
    reserve();
    assertThat(hearing.hear(Events.of(orderNo, "5.0"), "PAYMENT_SUCCEEDED")).contains("PAID");

    Events.Body settled = Events.of(orderNo, "4.00", "SETTLED");
    assertThat(hearing.hear(settled, "PAYMENT_AMOUNT_DIFFERED")).contains("AMOUNT_DISPUTED");

    assertThat(orders.cancel(orderNo)).isFalse();
    assertThat(rows.audit(orderNo))
        .containsExactly("STOCK_RESERVED -> PAID", "PAID -> AMOUNT_DISPUTED");
    assertThat(rows.alerts(orderNo)).containsExactly("WRONG_AMOUNT");
  }

  @Test
  void aDueRefundStaysDueWhenItsAmountDiffers() {
    reserve();
    assertThat(orders.cancel(orderNo)).isTrue();
    assertThat(hearing.hear(Events.of(orderNo, "5.00"), "PAYMENT_LATE_SUCCEEDED"))
        .contains("REFUND_DUE");

    Events.Body late = Events.of(orderNo, "4.00", "LATE");
    assertThat(hearing.hear(late, "PAYMENT_AMOUNT_DIFFERED")).contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("REFUND_DUE");
    assertThat(rows.alerts(orderNo)).containsExactly("WRONG_AMOUNT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MISMATCH", "DUPLICATE", "CLAIM"})
  void unappliedMoneyIsRaisedAndChangesNoOrder(String kind) {
    reserve();

    assertThat(hearing.hear(Events.of(orderNo, null, kind), "PAYMENT_MISMATCHED"))
        .contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("STOCK_RESERVED");
    assertThat(rows.audit(orderNo)).isEmpty();
    assertThat(rows.consumed(orderNo)).containsExactly("PAYMENT_MISMATCHED");
    assertThat(rows.alerts(orderNo)).containsExactly("UNAPPLIED_" + kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MISMATCH", "DUPLICATE"})
  void anotherAmountOfMoneyThatNeverPaidTheOrderLeavesItPaid(String kind) {
    reserve();
    assertThat(hearing.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED")).contains("PAID");

    assertThat(hearing.hear(Events.of(orderNo, "4.00", kind), "PAYMENT_AMOUNT_DIFFERED"))
        .contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("PAID");
    assertThat(rows.alerts(orderNo)).containsExactly("WRONG_AMOUNT");
  }

  @Test
  void moneyGoesBackInPartAndThenInWhole() {
    reserve();
    assertThat(hearing.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED")).contains("PAID");
    Events.Body part = Events.refund(orderNo, "2.00", "2.00", "5.00");

    assertThat(hearing.hear(part, "REFUND_SUCCEEDED")).contains("PARTLY_REFUNDED");
    assertThat(hearing.hear(part, "REFUND_SUCCEEDED")).contains("CONSUMED_BEFORE");
    assertThat(orders.cancel(orderNo)).isFalse();
    assertThat(rows.payments(orderNo)).containsExactly("T-1: 5.00 - 2.00");
    Events.Body rest = Events.refund(orderNo, "3.0", "5.0", "5.0");
    assertThat(hearing.hear(rest, "REFUND_SUCCEEDED")).contains("REFUNDED");

    assertThat(rows.payments(orderNo)).containsExactly("T-1: 5.00 - 5.00");
    assertThat(rows.audit(orderNo))
        .containsExactly(
            "STOCK_RESERVED -> PAID", "PAID -> PARTLY_REFUNDED", "PARTLY_REFUNDED -> REFUNDED");
    assertThat(rows.alerts(orderNo)).isEmpty();
  }

  @Test
  void lateMoneyComesAndGoesBackAndTheOrderStaysCancelled() {
    reserve();
    assertThat(orders.cancel(orderNo)).isTrue();
    assertThat(hearing.hear(Events.of(orderNo, "5.00"), "PAYMENT_LATE_SUCCEEDED"))
        .contains("REFUND_DUE");

    Events.Body refund = Events.refund(orderNo, "5.00", "5.00", "5.00");
    assertThat(hearing.hear(refund, "REFUND_SUCCEEDED")).contains("REFUNDED");

    assertThat(rows.payments(orderNo)).containsExactly("T-1: 5.00 - 5.00");
    assertThat(rows.audit(orderNo))
        .containsExactly(
            "STOCK_RESERVED -> RELEASED", "RELEASED -> REFUND_DUE", "REFUND_DUE -> REFUNDED");
  }

  @Test
  void aRefundThatIsHeardBeforeItsPaymentCountsOnceThePaymentIsHeard() {
    reserve();
    Events.Body refund = Events.refund(orderNo, "2.00", "2.00", "5.00");

    assertThat(hearing.hear(refund, "REFUND_SUCCEEDED")).contains("NO_CHANGE");
    assertThat(rows.payments(orderNo)).containsExactly("T-1: ? - 2.00");
    assertThat(hearing.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED"))
        .contains("PARTLY_REFUNDED");

    assertThat(rows.audit(orderNo))
        .containsExactly("STOCK_RESERVED -> PAID", "PAID -> PARTLY_REFUNDED");
  }

  @Test
  void theRefundOfASecondPaymentLeavesTheOrderPaid() {
    reserve();
    assertThat(hearing.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED")).contains("PAID");

    Events.Body refund = Events.refundOf("T-2", orderNo, "5.00", "5.00", "5.00");
    assertThat(hearing.hear(refund, "REFUND_SUCCEEDED")).contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("PAID");
    assertThat(rows.payments(orderNo)).containsExactly("T-1: 5.00 - 0.00", "T-2: ? - 5.00");
  }

  @Test
  void aRefundThatDoesNotFitIsRaisedAndNotWritten() {
    reserve();
    assertThat(hearing.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED")).contains("PAID");

    Events.Body refund = Events.refund(orderNo, "5.01", "5.01", "5.00");
    assertThat(hearing.hear(refund, "REFUND_SUCCEEDED")).contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("PAID");
    assertThat(rows.payments(orderNo)).containsExactly("T-1: 5.00 - 0.00");
    assertThat(rows.alerts(orderNo)).containsExactly("WRONG_REFUND");
  }

  @Test
  void aFailedRefundIsRaisedAndChangesNoOrder() {
    reserve();
    assertThat(hearing.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED")).contains("PAID");

    Events.Body refund = Events.refund(orderNo, "2.00", "0.00", "5.00");
    assertThat(hearing.hear(refund, "REFUND_FAILED")).contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("PAID");
    assertThat(rows.alerts(orderNo)).containsExactly("REFUND_FAILED");
  }

  @Test
  void aRefundOfAnUnknownOrderLeavesNothingBehind() {
    Events.Body refund = Events.refund(orderNo, "2.00", "2.00", "5.00");

    assertThat(hearing.hear(refund, "REFUND_SUCCEEDED")).isEmpty();

    assertThat(rows.payments(orderNo)).isEmpty();
    assertThat(rows.consumed(orderNo)).isEmpty();
  }

  @Test
  void anEventOfAnUnknownOrderLeavesNothingBehindSoThatItCanBeHeardLater() {
    Events.Body event = Events.of(orderNo, "5.00");

    assertThat(hearing.hear(event, "PAYMENT_SUCCEEDED")).isEmpty();
    assertThat(rows.consumed(orderNo)).isEmpty();

    reserve();
    assertThat(hearing.hear(event, "PAYMENT_SUCCEEDED")).contains("PAID");
  }

  @Test
  void aCancellationIsDoneOnceAndMayBeRepeated() {
    assertThat(orders.cancel(orderNo)).isFalse();
    reserve();

    assertThat(List.of(orders.cancel(orderNo), orders.cancel(orderNo))).containsOnly(true);

    assertThat(rows.audit(orderNo)).containsExactly("STOCK_RESERVED -> RELEASED");
  }

  private void reserve() {
    orders.reserve(orderNo, new BigDecimal("5.00"));
  }
}
