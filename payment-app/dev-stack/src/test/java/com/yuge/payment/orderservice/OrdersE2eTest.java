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
    PaymentEvent event = Events.of(orderNo, "4.99");

    assertThat(orders.hear(event, tag)).contains(status);
    assertThat(orders.hear(event, tag)).contains("CONSUMED_BEFORE");

    assertThat(orders.status(orderNo)).contains(status);
    assertThat(rows.audit(orderNo)).containsExactly("STOCK_RESERVED -> " + status);
    assertThat(rows.consumed(orderNo)).containsExactly(status);
    assertThat(rows.alerts(orderNo)).containsExactly("WRONG_AMOUNT");
  }

  @Test
  void anAmountThatIsFoundToDifferUndoesPaid() {
    reserve();
    assertThat(orders.hear(Events.of(orderNo, "5.0"), "PAYMENT_SUCCEEDED")).contains("PAID");

    PaymentEvent settled = Events.of(orderNo, "4.00", "SETTLED");
    assertThat(orders.hear(settled, "PAYMENT_AMOUNT_DIFFERED")).contains("AMOUNT_DISPUTED");

    assertThat(orders.cancel(orderNo)).isFalse();
    assertThat(rows.audit(orderNo))
        .containsExactly("STOCK_RESERVED -> PAID", "PAID -> AMOUNT_DISPUTED");
    assertThat(rows.alerts(orderNo)).containsExactly("WRONG_AMOUNT");
  }

  @Test
  void aDueRefundStaysDueWhenItsAmountDiffers() {
    reserve();
    assertThat(orders.cancel(orderNo)).isTrue();
    assertThat(orders.hear(Events.of(orderNo, "5.00"), "PAYMENT_LATE_SUCCEEDED"))
        .contains("REFUND_DUE");

    PaymentEvent late = Events.of(orderNo, "4.00", "LATE");
    assertThat(orders.hear(late, "PAYMENT_AMOUNT_DIFFERED")).contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("REFUND_DUE");
    assertThat(rows.alerts(orderNo)).containsExactly("WRONG_AMOUNT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MISMATCH", "DUPLICATE", "CLAIM"})
  void unappliedMoneyIsRaisedAndChangesNoOrder(String kind) {
    reserve();

    assertThat(orders.hear(Events.of(orderNo, null, kind), "PAYMENT_MISMATCHED"))
        .contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("STOCK_RESERVED");
    assertThat(rows.audit(orderNo)).isEmpty();
    assertThat(rows.consumed(orderNo)).containsExactly("NO_CHANGE");
    assertThat(rows.alerts(orderNo)).containsExactly("UNAPPLIED_" + kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MISMATCH", "DUPLICATE"})
  void anotherAmountOfMoneyThatNeverPaidTheOrderLeavesItPaid(String kind) {
    reserve();
    assertThat(orders.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED")).contains("PAID");

    assertThat(orders.hear(Events.of(orderNo, "4.00", kind), "PAYMENT_AMOUNT_DIFFERED"))
        .contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("PAID");
    assertThat(rows.alerts(orderNo)).containsExactly("WRONG_AMOUNT");
  }

  @Test
  void moneyGoesBackInPartAndThenInWhole() {
    reserve();
    assertThat(orders.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED")).contains("PAID");
    PaymentEvent part = Events.refund(orderNo, "2.00", "2.00", "5.00");

    assertThat(orders.hear(part, "REFUND_SUCCEEDED")).contains("PARTLY_REFUNDED");
    assertThat(orders.hear(part, "REFUND_SUCCEEDED")).contains("CONSUMED_BEFORE");
    assertThat(orders.cancel(orderNo)).isFalse();
    assertThat(rows.payments(orderNo)).containsExactly("T-1: 5.00 - 2.00");
    PaymentEvent rest = Events.refund(orderNo, "3.0", "5.0", "5.0");
    assertThat(orders.hear(rest, "REFUND_SUCCEEDED")).contains("REFUNDED");

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
    assertThat(orders.hear(Events.of(orderNo, "5.00"), "PAYMENT_LATE_SUCCEEDED"))
        .contains("REFUND_DUE");

    PaymentEvent refund = Events.refund(orderNo, "5.00", "5.00", "5.00");
    assertThat(orders.hear(refund, "REFUND_SUCCEEDED")).contains("REFUNDED");

    assertThat(rows.payments(orderNo)).containsExactly("T-1: 5.00 - 5.00");
    assertThat(rows.audit(orderNo))
        .containsExactly(
            "STOCK_RESERVED -> RELEASED", "RELEASED -> REFUND_DUE", "REFUND_DUE -> REFUNDED");
  }

  @Test
  void aRefundThatIsHeardBeforeItsPaymentCountsOnceThePaymentIsHeard() {
    reserve();
    PaymentEvent refund = Events.refund(orderNo, "2.00", "2.00", "5.00");

    assertThat(orders.hear(refund, "REFUND_SUCCEEDED")).contains("NO_CHANGE");
    assertThat(rows.payments(orderNo)).containsExactly("T-1: ? - 2.00");
    assertThat(orders.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED"))
        .contains("PARTLY_REFUNDED");

    assertThat(rows.audit(orderNo))
        .containsExactly("STOCK_RESERVED -> PAID", "PAID -> PARTLY_REFUNDED");
  }

  @Test
  void theRefundOfASecondPaymentLeavesTheOrderPaid() {
    reserve();
    assertThat(orders.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED")).contains("PAID");

    PaymentEvent refund = Events.refundOf("T-2", orderNo, "5.00", "5.00", "5.00");
    assertThat(orders.hear(refund, "REFUND_SUCCEEDED")).contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("PAID");
    assertThat(rows.payments(orderNo)).containsExactly("T-1: 5.00 - 0.00", "T-2: ? - 5.00");
  }

  @Test
  void aRefundThatDoesNotFitIsRaisedAndNotWritten() {
    reserve();
    assertThat(orders.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED")).contains("PAID");

    PaymentEvent refund = Events.refund(orderNo, "5.01", "5.01", "5.00");
    assertThat(orders.hear(refund, "REFUND_SUCCEEDED")).contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("PAID");
    assertThat(rows.payments(orderNo)).containsExactly("T-1: 5.00 - 0.00");
    assertThat(rows.alerts(orderNo)).containsExactly("WRONG_REFUND");
  }

  @Test
  void aFailedRefundIsRaisedAndChangesNoOrder() {
    reserve();
    assertThat(orders.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED")).contains("PAID");

    PaymentEvent refund = Events.refund(orderNo, "2.00", "0.00", "5.00");
    assertThat(orders.hear(refund, "REFUND_FAILED")).contains("NO_CHANGE");

    assertThat(orders.status(orderNo)).contains("PAID");
    assertThat(rows.alerts(orderNo)).containsExactly("REFUND_FAILED");
  }

  @Test
  void aRefundOfAnUnknownOrderLeavesNothingBehind() {
    PaymentEvent refund = Events.refund(orderNo, "2.00", "2.00", "5.00");

    assertThat(orders.hear(refund, "REFUND_SUCCEEDED")).isEmpty();

    assertThat(rows.payments(orderNo)).isEmpty();
    assertThat(rows.consumed(orderNo)).isEmpty();
  }

  @Test
  void aNewKindOfEventIsLoggedWhetherOrNotItsOrderIsKnown() {
    assertThat(orders.hear(Events.of(orderNo, "5.00"), "SOMETHING_NEW")).contains("NO_CHANGE");

    assertThat(rows.consumed(orderNo)).containsExactly("NO_CHANGE");
    assertThat(rows.alerts(orderNo)).isEmpty();
  }

  @Test
  void anEventOfAnUnknownOrderLeavesNothingBehindSoThatItCanBeHeardLater() {
    PaymentEvent event = Events.of(orderNo, "5.00");

    assertThat(orders.hear(event, "PAYMENT_SUCCEEDED")).isEmpty();
    assertThat(rows.consumed(orderNo)).isEmpty();

    reserve();
    assertThat(orders.hear(event, "PAYMENT_SUCCEEDED")).contains("PAID");
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
