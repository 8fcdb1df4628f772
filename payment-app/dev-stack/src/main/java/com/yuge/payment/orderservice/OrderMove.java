package com.yuge.payment.orderservice;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The change that an event makes to an order, by the event's tag and the order's status. All other
 * combinations change nothing: a failure or a closing never reverts a payment, in any order of
 * events.
 */
enum OrderMove {
  PAID("PAYMENT_SUCCEEDED", "STOCK_RESERVED", "PAID"),
  RELEASED_AFTER_FAILURE("PAYMENT_FAILED", "STOCK_RESERVED", "RELEASED"),
  RELEASED_UNPAID("PAYMENT_CLOSED", "STOCK_RESERVED", "RELEASED"),
  // The goods may be sold to another shopper by now, so the shopper gets the money back.
  PAID_AFTER_RELEASE("PAYMENT_SUCCEEDED", "RELEASED", "REFUND_DUE"),
  PAID_LATE("PAYMENT_LATE_SUCCEEDED", "RELEASED", "REFUND_DUE"),
  // If two events are read in the wrong order, this one has more information.
  PAID_LATE_HEARD_FIRST("PAYMENT_LATE_SUCCEEDED", "STOCK_RESERVED", "REFUND_DUE"),
  // The amount is not the order's price. A person decides: ship, ask for the rest, or refund.
  DISPUTED("PAYMENT_AMOUNT_DIFFERED", "STOCK_RESERVED", "AMOUNT_DISPUTED"),
  DISPUTED_AFTER_PAYMENT("PAYMENT_AMOUNT_DIFFERED", "PAID", "AMOUNT_DISPUTED"),
  DISPUTED_AFTER_RELEASE("PAYMENT_AMOUNT_DIFFERED", "RELEASED", "REFUND_DUE"),
  DISPUTED_AFTER_PART("PAYMENT_AMOUNT_DIFFERED", "PARTLY_REFUNDED", "AMOUNT_DISPUTED"),
  DISPUTED_AFTER_REFUND("PAYMENT_AMOUNT_DIFFERED", "REFUNDED", "AMOUNT_DISPUTED"),
  REFUNDED_IN_PART("REFUNDED_IN_PART", "PAID", "PARTLY_REFUNDED"),
  // All the money is back: nothing is shipped, and the stock is released.
  REFUNDED_WHOLE("REFUNDED_WHOLE", "PAID", "REFUNDED"),
  REFUNDED_REST("REFUNDED_WHOLE", "PARTLY_REFUNDED", "REFUNDED"),
  REFUNDED_DISPUTED("REFUNDED_WHOLE", "AMOUNT_DISPUTED", "REFUNDED"),
  // The stock was released before the money came, or with the cancellation.
  REFUNDED_DUE("REFUNDED_WHOLE", "REFUND_DUE", "REFUNDED");

  private final String tag;
  final String before;
  final String after;

  OrderMove(String tag, String before, String after) {
    this.tag = tag;
    this.before = before;
    this.after = after;
  }

  static Optional<OrderMove> of(String tag, String status) {
    return Stream.of(values())
        .filter(move -> move.tag.equals(tag) && move.before.equals(status))
        .findFirst();
  }
}
