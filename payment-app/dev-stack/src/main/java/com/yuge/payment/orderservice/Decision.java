package com.yuge.payment.orderservice;

import com.yuge.payment.consumer.PaymentAmountDiffered;
import com.yuge.payment.consumer.PaymentEvent;
import com.yuge.payment.consumer.PaymentMismatched;
import com.yuge.payment.consumer.PaymentSucceeded;
import com.yuge.payment.consumer.RefundDetails;
import com.yuge.payment.consumer.RefundEvent;
import com.yuge.payment.consumer.RefundFailed;
import com.yuge.payment.consumer.RefundLateSucceeded;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The effect of one event on an order as read from the database.
 *
 * @param payment the event's payment after the event
 * @param moves the moves of the order; each begins with the status in which the one before it ends
 * @param alert what a person must look at
 */
record Decision(Payment payment, List<OrderMove> moves, Optional<String> alert) {
  /** An order, with the payment that the event is about. */
  record Order(String status, BigDecimal amount, Payment payment) {}

  static Decision of(PaymentEvent event, Order order) {
    return event instanceof RefundEvent refund ? ofRefund(refund, order) : ofPayment(event, order);
  }

  /** The order's new status, or NO_CHANGE. */
  String result() {
    return moves.isEmpty() ? "NO_CHANGE" : moves.get(moves.size() - 1).after;
  }

  private static Decision ofPayment(PaymentEvent event, Order order) {
    Optional<String> alert = paymentAlert(event, order);
    String meaning = meaning(event, alert.isPresent());
    Payment payment = payment(event, meaning, order.payment());
    return new Decision(payment, moves(meaning, payment, order), alert.or(() -> exceeded(payment)));
  }

  // A refund of a payment that is not known to be the order's own is only recorded. If the
  // payment's event comes later, it counts the refund.
  private static Decision ofRefund(RefundEvent event, Order order) {
    if (event instanceof RefundFailed) {
      return new Decision(order.payment(), List.of(), Optional.of(event.tag().name()));
    }
    Payment refunded = order.payment().refunded(event.refund().refundedTotal());
    if (refunded.isExceeded() || !isOf(order, event.refund())) {
      return new Decision(order.payment(), List.of(), Optional.of("WRONG_REFUND"));
    }
    return new Decision(refunded, moves(event.tag().name(), refunded, order), lateAlert(event));
  }

  /** Whether this can be a refund of the order: the totals and the order's amount agree with it. */
  private static boolean isOf(Order order, RefundDetails refund) {
    return refund.amount().signum() > 0
        && refund.refundedTotal().compareTo(refund.amount()) >= 0
        && refund.payAmount().compareTo(order.amount()) == 0;
  }

  // A wrong amount never makes the order PAID, whatever the event. A wrong amount of money that
  // never paid the order does not change the order.
  private static String meaning(PaymentEvent event, boolean raised) {
    if (event instanceof PaymentSucceeded && raised) {
      return "PAYMENT_AMOUNT_DIFFERED";
    }
    boolean unapplied =
        event instanceof PaymentAmountDiffered differed
            && Set.of("MISMATCH", "DUPLICATE").contains(differed.taken().kind());
    return unapplied ? "PAYMENT_MISMATCHED" : event.tag().name();
  }

  private static Payment payment(PaymentEvent event, String meaning, Payment before) {
    return switch (meaning) {
      case "PAYMENT_SUCCEEDED", "PAYMENT_LATE_SUCCEEDED" -> before.received(event.amount());
      case "PAYMENT_AMOUNT_DIFFERED" -> before.corrected(event.amount());
      default -> before;
    };
  }

  // A refund's event may come before its payment's event. The payment's event then makes both
  // moves.
  private static List<OrderMove> moves(String meaning, Payment payment, Order order) {
    Optional<OrderMove> first = OrderMove.of(meaning, order.status());
    String between = first.map(move -> move.after).orElse(order.status());
    Optional<OrderMove> second = OrderMove.of(payment.meaning(), between);
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  // Only the value counts: 5.0 pays 5.00.
  private static Optional<String> paymentAlert(PaymentEvent event, Order order) {
    if (event instanceof PaymentMismatched mismatched) {
      return Optional.of("UNAPPLIED_" + mismatched.taken().kind());
    }
    BigDecimal amount = event.amount();
    return switch (event.tag()) {
      case PAYMENT_SUCCEEDED, PAYMENT_LATE_SUCCEEDED ->
          amount != null && amount.compareTo(order.amount()) == 0
              ? Optional.empty()
              : Optional.of("WRONG_AMOUNT");
      case PAYMENT_AMOUNT_DIFFERED -> Optional.of("WRONG_AMOUNT");
      default -> Optional.empty();
    };
  }

  private static Optional<String> exceeded(Payment payment) {
    return payment.isExceeded() ? Optional.of("WRONG_REFUND") : Optional.empty();
  }

  // The shop was told that this money did not go back, and may have given it back in another way.
  private static Optional<String> lateAlert(RefundEvent event) {
    return event instanceof RefundLateSucceeded ? Optional.of("REFUND_LATE") : Optional.empty();
  }
}
