package com.yuge.payment.orderservice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The effect of one event on an order as read from the database.
 *
 * @param payment the event's payment after the event
 * @param moves the moves of the order, each from where the one before it ends
 * @param alert what a person must look at
 */
record Decision(Payment payment, List<OrderMove> moves, Optional<String> alert) {
  private static final Set<String> PAYMENTS =
      Set.of(
          "PAYMENT_SUCCEEDED",
          "PAYMENT_FAILED",
          "PAYMENT_CLOSED",
          "PAYMENT_LATE_SUCCEEDED",
          "PAYMENT_AMOUNT_DIFFERED",
          "PAYMENT_MISMATCHED");
  private static final Set<String> REFUNDS =
      Set.of("REFUND_SUCCEEDED", "REFUND_FAILED", "REFUND_LATE_SUCCEEDED");

  /** An order, with the payment that the event is about. */
  record Order(String status, BigDecimal amount, Payment payment) {}

  /** Returns whether this program knows the tag. A newer, unknown tag has no effect. */
  static boolean isAbout(String tag) {
    return PAYMENTS.contains(tag) || REFUNDS.contains(tag);
  }

  static Decision of(PaymentEvent event, String tag, Order order) {
    return REFUNDS.contains(tag) ? ofRefund(event, tag, order) : ofPayment(event, tag, order);
  }

  /** The order's new status, or the word for none. */
  String result() {
    return moves.isEmpty() ? "NO_CHANGE" : moves.get(moves.size() - 1).after;
  }

  private static Decision ofPayment(PaymentEvent event, String tag, Order order) {
    Optional<String> alert = paymentAlert(event, tag, order);
    String meaning = meaning(event, tag, alert.isPresent());
    Payment payment = payment(event, meaning, order.payment());
    return new Decision(payment, moves(meaning, payment, order), alert.or(() -> exceeded(payment)));
  }

  // A refund of a payment that is not known to be the order's own is only recorded. Should the
  // payment's event come later, it finds the refund.
  private static Decision ofRefund(PaymentEvent event, String tag, Order order) {
    BigDecimal total = event.refundedTotal();
    if (tag.equals("REFUND_FAILED")) {
      return new Decision(order.payment(), List.of(), Optional.of(tag));
    }
    Optional<Payment> refunded =
        Optional.ofNullable(total)
            .filter(known -> event.isRefundAt(order.amount()))
            .map(order.payment()::refunded)
            .filter(payment -> !payment.isExceeded());
    return refunded
        .map(payment -> new Decision(payment, moves(tag, payment, order), lateAlert(tag)))
        .orElse(new Decision(order.payment(), List.of(), Optional.of("WRONG_REFUND")));
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

  private static Payment payment(PaymentEvent event, String meaning, Payment before) {
    return switch (meaning) {
      case "PAYMENT_SUCCEEDED", "PAYMENT_LATE_SUCCEEDED" -> before.received(event.amount());
      case "PAYMENT_AMOUNT_DIFFERED" -> before.corrected(event.amount());
      default -> before;
    };
  }

  // Money that has gone back already is found by the event that tells of its payment.
  private static List<OrderMove> moves(String meaning, Payment payment, Order order) {
    Optional<OrderMove> first = OrderMove.of(meaning, order.status());
    String between = first.map(move -> move.after).orElse(order.status());
    Optional<OrderMove> second = OrderMove.of(payment.meaning(), between);
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static Optional<String> paymentAlert(PaymentEvent event, String tag, Order order) {
    return switch (tag) {
      case "PAYMENT_SUCCEEDED", "PAYMENT_LATE_SUCCEEDED" ->
          event.pays(order.amount()) ? Optional.empty() : Optional.of("WRONG_AMOUNT");
      case "PAYMENT_AMOUNT_DIFFERED" -> Optional.of("WRONG_AMOUNT");
      case "PAYMENT_MISMATCHED" -> Optional.of("UNAPPLIED_" + event.kind());
      default -> Optional.empty();
    };
  }

  private static Optional<String> exceeded(Payment payment) {
    return payment.isExceeded() ? Optional.of("WRONG_REFUND") : Optional.empty();
  }

  // The shop was told that this money did not go back, and may have given it back in another way.
  private static Optional<String> lateAlert(String tag) {
    return tag.equals("REFUND_LATE_SUCCEEDED") ? Optional.of("REFUND_LATE") : Optional.empty();
  }
}
