package com.yuge.payment.orderservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.consumer.PaymentEvent;
import com.yuge.payment.orderservice.Decision.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order of 5.00. "=2.00" is what has gone back in all, "/1" money of another amount. */
class RefundMoveTest {
  private static final BigDecimal PRICE = new BigDecimal("5.00");

  @ParameterizedTest
  @CsvSource({
    "PAYMENT_SUCCEEDED REFUND_SUCCEEDED=2.00, PARTLY_REFUNDED",
    "PAYMENT_SUCCEEDED REFUND_SUCCEEDED=5.00, REFUNDED",
    "PAYMENT_SUCCEEDED REFUND_SUCCEEDED=2.00 REFUND_SUCCEEDED=5.00, REFUNDED",
    "PAYMENT_SUCCEEDED REFUND_SUCCEEDED=2.00 REFUND_SUCCEEDED=4.99, PARTLY_REFUNDED",
    "PAYMENT_SUCCEEDED REFUND_FAILED=0.00, PAID",
    "PAYMENT_SUCCEEDED REFUND_FAILED=0.00 REFUND_LATE_SUCCEEDED=2.00, PARTLY_REFUNDED",
    "PAYMENT_SUCCEEDED REFUND_LATE_SUCCEEDED=5.00 PAYMENT_CLOSED, REFUNDED",
    "PAYMENT_CLOSED PAYMENT_LATE_SUCCEEDED REFUND_SUCCEEDED=5.00, REFUNDED",
    "PAYMENT_CLOSED PAYMENT_LATE_SUCCEEDED REFUND_FAILED=0.00, REFUND_DUE",
    "PAYMENT_FAILED PAYMENT_LATE_SUCCEEDED REFUND_SUCCEEDED=5.00, REFUNDED",
    "PAYMENT_SUCCEEDED PAYMENT_AMOUNT_DIFFERED/1 REFUND_SUCCEEDED=1.00, REFUNDED",
    "PAYMENT_AMOUNT_DIFFERED/9 REFUND_SUCCEEDED=4.00, AMOUNT_DISPUTED"
  })
  void inEveryOrderOfTheSameEventsTheEndIsTheSame(String events, String end) {
    for (List<String> order : permutations(List.of(events.split(" ")))) {
      assertThat(new Heard(order).status).as("%s", order).isEqualTo(end);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CANCELLATION PAYMENT_SUCCEEDED REFUND_SUCCEEDED=5.00, REFUNDED",
    "CANCELLATION PAYMENT_SUCCEEDED REFUND_SUCCEEDED=2.00, REFUND_DUE",
    "CANCELLATION REFUND_SUCCEEDED=5.00 PAYMENT_LATE_SUCCEEDED, REFUNDED",
    "CANCELLATION PAYMENT_LATE_SUCCEEDED REFUND_SUCCEEDED=5.00 CANCELLATION, REFUNDED",
    "PAYMENT_SUCCEEDED REFUND_SUCCEEDED=2.00 CANCELLATION, PARTLY_REFUNDED"
  })
  void aCancelledOrderStaysCancelledWhateverComesAndGoes(String events, String end) {
    assertThat(new Heard(List.of(events.split(" "))).status).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "5.01, 5.01, 5.00", // More than came.
    "2.00, 1.99, 5.00", // The total leaves this refund out.
    "0.00, 2.00, 5.00",
    "-2.00, 2.00, 5.00",
    "2.00, 2.00, 6.00" // Another order's amount.
  })
  void aRefundThatDoesNotFitIsRaisedAndNotApplied(String amount, String total, String payAmount) {
    Payment paid = new Payment(PRICE, BigDecimal.ZERO);
    PaymentEvent event = Events.refund("ORD1", amount, total, payAmount).as("REFUND_SUCCEEDED");

    Decision decision = Decision.of(event, new Order("PAID", PRICE, paid));

    assertThat(decision.alert()).contains("WRONG_REFUND");
    assertThat(decision.moves()).isEmpty();
    assertThat(decision.payment()).isEqualTo(paid);
  }

  @Test
  void aRefundOfMoneyThatIsNotTheOrdersOwnIsOnlyRecorded() {
    Heard heard = new Heard(List.of("REFUND_SUCCEEDED=5.00"));

    assertThat(heard.status).isEqualTo("STOCK_RESERVED");
    assertThat(heard.payment.refunded()).isEqualByComparingTo("5.00");
    assertThat(heard.alerts).isEmpty();
  }

  @Test
  void moreMoneyBackThanCameIsRaisedWhicheverIsHeardFirst() {
    Heard heard = new Heard(List.of("REFUND_SUCCEEDED=9.00", "PAYMENT_SUCCEEDED"));

    assertThat(heard.status).isEqualTo("PAID");
    assertThat(heard.alerts).containsExactly("WRONG_REFUND");
  }

  @Test
  void aFailedRefundAndOneThatWasMadeAfterAllAreRaised() {
    Heard heard =
        new Heard(List.of("PAYMENT_SUCCEEDED", "REFUND_FAILED=0.00", "REFUND_LATE_SUCCEEDED=5.00"));

    assertThat(heard.alerts).containsExactly("REFUND_FAILED", "REFUND_LATE");
    assertThat(heard.status).isEqualTo("REFUNDED");
  }

  /** An order that has heard these events about one payment, one after the other. */
  private static final class Heard {
    private final List<String> alerts = new ArrayList<>();
    private String status = "STOCK_RESERVED";
    private Payment payment = new Payment(null, BigDecimal.ZERO);

    Heard(List<String> events) {
      events.forEach(this::hear);
    }

    private void hear(String event) {
      if (event.equals("CANCELLATION")) {
        status = status.equals("STOCK_RESERVED") ? "RELEASED" : status;
        return;
      }
      String tag = event.replaceFirst("[=/].*", "");
      Decision decision = Decision.of(told(event).as(tag), new Order(status, PRICE, payment));
      status = decision.moves().isEmpty() ? status : decision.result();
      payment = decision.payment();
      decision.alert().ifPresent(alerts::add);
    }
  }

  private static Events.Body told(String event) {
    if (event.contains("=")) {
      return Events.refund("ORD1", "0.01", event.replaceFirst(".*=", ""), "5.00");
    }
    String amount = event.contains("/") ? event.replaceFirst(".*/", "") + ".00" : "5.00";
    return Events.of("ORD1", amount);
  }

  private static List<List<String>> permutations(List<String> events) {
    if (events.isEmpty()) {
      return List.of(List.of());
    }
    return events.stream().flatMap(first -> begunBy(first, events)).toList();
  }

  private static Stream<List<String>> begunBy(String first, List<String> events) {
    List<String> others = new ArrayList<>(events);
    others.remove(first);
    return permutations(others).stream()
        .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList());
  }
}
