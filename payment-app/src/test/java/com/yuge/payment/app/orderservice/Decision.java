package com.yuge.payment.app.orderservice;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What one event means for an order as it was read: a move of the order, an alert, both or neither.
 */
record Decision(Optional<OrderMove> move, Optional<String> alert) {
  private static final Set<String> TAGS =
      Set.of(
          "PAYMENT_SUCCEEDED",
          "PAYMENT_FAILED",
          "PAYMENT_CLOSED",
          "PAYMENT_LATE_SUCCEEDED",
          "PAYMENT_AMOUNT_DIFFERED",
          "PAYMENT_MISMATCHED");

  record Order(String status, BigDecimal amount) {}

  /** An event of another kind is newer than this program, which has nothing to do about it. */
  static boolean isAbout(String tag) {
    return TAGS.contains(tag);
  }

  static Decision of(PaymentEvent event, String tag, Order order) {
    Optional<String> alert = alert(event, tag, order);
    // Another amount than the order's never makes it PAID, whichever event says so.
    boolean disputed = tag.equals("PAYMENT_SUCCEEDED") && alert.isPresent();
    String meaning = disputed ? "PAYMENT_AMOUNT_DIFFERED" : tag;
    return new Decision(OrderMove.of(meaning, order.status()), alert);
  }

  private static Optional<String> alert(PaymentEvent event, String tag, Order order) {
    return switch (tag) {
      case "PAYMENT_SUCCEEDED", "PAYMENT_LATE_SUCCEEDED" ->
          event.pays(order.amount()) ? Optional.empty() : Optional.of("WRONG_AMOUNT");
      case "PAYMENT_AMOUNT_DIFFERED" -> Optional.of("WRONG_AMOUNT");
      case "PAYMENT_MISMATCHED" -> Optional.of("UNAPPLIED_" + event.kind());
      default -> Optional.empty();
    };
  }
}
