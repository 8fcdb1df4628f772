package com.yuge.payment.orderservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.consumer.PaymentEvent;
import com.yuge.payment.orderservice.Decision.Order;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the order in which events arrive; "/1" is one of another amount than the order's. */
class OrderMoveTest {
  private static final String PRICE = "5.00";
  private static final Set<String> MONEY =
      Set.of(
          "PAYMENT_SUCCEEDED",
          "PAYMENT_SUCCEEDED/1",
          "PAYMENT_LATE_SUCCEEDED",
          "PAYMENT_LATE_SUCCEEDED/1",
          "PAYMENT_AMOUNT_DIFFERED/1");
  private static final List<String> ALL =
      Stream.concat(
              MONEY.stream(),
              Stream.of("PAYMENT_FAILED", "PAYMENT_CLOSED", "PAYMENT_MISMATCHED", "CANCELLATION"))
          .toList();

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
    "CANCELLATION PAYMENT_SUCCEEDED, REFUND_DUE",
    "PAYMENT_SUCCEEDED CANCELLATION, PAID",
    "PAYMENT_SUCCEEDED/1 PAYMENT_CLOSED, AMOUNT_DISPUTED",
    "CANCELLATION PAYMENT_SUCCEEDED/1, REFUND_DUE",
    "PAYMENT_CLOSED PAYMENT_LATE_SUCCEEDED/1, REFUND_DUE",
    "PAYMENT_SUCCEEDED PAYMENT_AMOUNT_DIFFERED/1, AMOUNT_DISPUTED",
    "PAYMENT_AMOUNT_DIFFERED/1 PAYMENT_SUCCEEDED, AMOUNT_DISPUTED",
    "CANCELLATION PAYMENT_AMOUNT_DIFFERED/1 PAYMENT_SUCCEEDED, REFUND_DUE",
    "PAYMENT_CLOSED PAYMENT_LATE_SUCCEEDED PAYMENT_AMOUNT_DIFFERED/1, REFUND_DUE",
    "PAYMENT_MISMATCHED PAYMENT_SUCCEEDED, PAID"
  })
  void everyOrderOfEventsEndsWhereItShould(String events, String end) {
    assertThat(end(List.of(events.split(" ")))).isEqualTo(end);
  }

  @Test
  void inNoOrderIsMoneyForgottenOrAnotherAmountTakenForThePrice() {
    Set<String> ends = new HashSet<>();
    sequences(4)
        .forEach(
            events -> {
              String end = end(events);
              ends.add(end);
              if (!Collections.disjoint(events, MONEY)) {
                assertThat(end).as("%s", events).isIn("PAID", "REFUND_DUE", "AMOUNT_DISPUTED");
              }
              if (events.contains("PAYMENT_SUCCEEDED/1")
                  || events.contains("PAYMENT_AMOUNT_DIFFERED/1")) {
                assertThat(end).as("%s", events).isNotEqualTo("PAID");
              }
            });
    assertThat(ends)
        .containsExactlyInAnyOrder(
            "STOCK_RESERVED", "RELEASED", "PAID", "REFUND_DUE", "AMOUNT_DISPUTED");
  }

  private static Stream<List<String>> sequences(int length) {
    return length == 0
        ? Stream.of(List.of())
        : sequences(length - 1)
            .flatMap(
                begun ->
                    ALL.stream()
                        .map(next -> Stream.concat(begun.stream(), Stream.of(next)).toList()));
  }

  private static String end(List<String> events) {
    String status = "STOCK_RESERVED";
    for (String event : events) {
      status = event.equals("CANCELLATION") ? cancelled(status) : heard(event, status);
    }
    return status;
  }

  private static String cancelled(String status) {
    return status.equals("STOCK_RESERVED") ? "RELEASED" : status;
  }

  private static String heard(String event, String status) {
    boolean other = event.endsWith("/1");
    String tag = other ? event.substring(0, event.length() - 2) : event;
    PaymentEvent paid = Events.of("ORD1", other ? "1.00" : PRICE).as(tag);
    Payment unknown = new Payment(null, BigDecimal.ZERO);
    Decision decision = Decision.of(paid, new Order(status, new BigDecimal(PRICE), unknown));
    assertThat(decision.alert().isPresent()).isEqualTo(other || tag.equals("PAYMENT_MISMATCHED"));
    return decision.moves().isEmpty() ? status : decision.result();
  }
}
