package com.yuge.payment.app.orderservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the order in which events arrive. */
class OrderMoveTest {
  @ParameterizedTest
  @CsvSource({
    "PAYMENT_SUCCEEDED, PAID",
    "PAYMENT_FAILED, RELEASED",
    "PAYMENT_CLOSED, RELEASED",
    "PAYMENT_SUCCEEDED PAYMENT_CLOSED, PAID",
    "PAYMENT_SUCCEEDED PAYMENT_FAILED PAYMENT_LATE_SUCCEEDED, PAID",
    "PAYMENT_CLOSED PAYMENT_SUCCEEDED, REFUND_DUE",
    "PAYMENT_CLOSED PAYMENT_LATE_SUCCEEDED, REFUND_DUE",
    "PAYMENT_LATE_SUCCEEDED PAYMENT_CLOSED, REFUND_DUE",
    "PAYMENT_FAILED PAYMENT_LATE_SUCCEEDED PAYMENT_CLOSED, REFUND_DUE",
    "SOMETHING_NEW, STOCK_RESERVED"
  })
  void everyOrderOfEventsEndsWhereItShould(String tags, String end) {
    String status = "STOCK_RESERVED";
    for (String tag : List.of(tags.split(" "))) {
      status = OrderMove.of(tag, status).map(move -> move.after).orElse(status);
    }
    assertThat(status).isEqualTo(end);
  }
}
