package com.yuge.payment.orderservice;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * The effect of one event on an order as read from the database: a move of the order, an alert,
 * both or neither.
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

  /** Returns whether this program knows the tag. A newer, unknown tag has no effect. */
  static boolean isAbout(String tag) {
    return TAGS.contains(tag);
  }

  static Decision of(PaymentEvent event, String tag, Order order) {
    Optional<String> alert = alert(event, tag, order);
    return new Decision(
        OrderMove.of(meaning(event, tag, alert.isPresent()), order.status()), alert);
  }

  // A wrong amount never makes the order PAID, whatever the event. A wrong amount of money that
  // never paid the order does not change the order.
  private static String meaning(PaymentEvent event, String tag, boolean raised) {
    if (tag.equals("PAYMENT_SUCCEEDED") && raised) {
      return "PAYMENT_AMOUNT_DIFFERED";
    }
    boolean unapplied = "MISMATCH".equals(event.kind()) || "DUPLICATE".equals(event.kind());
    return tag.equals("PAYMENT_AMOUNT_DIFFERED") && unapplied ? "PAYMENT_MISMATCHED" : tag;
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
