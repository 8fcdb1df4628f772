package com.yuge.payment.orderservice;

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
    return new Decision(
        OrderMove.of(meaning(event, tag, alert.isPresent()), order.status()), alert);
  }

  // Another amount than the order's never makes it PAID, whichever event says so. Whatever differs
  // of money that never paid the order changes nothing of it.
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
