package com.yuge.payment.orderservice;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an event does to an order, by its tag and by where the order stands. Whatever is not here
 * changes nothing: no failure and no closing takes a payment back, whichever comes first.
 */
enum OrderMove {
  PAID("PAYMENT_SUCCEEDED", "STOCK_RESERVED", "PAID"),
  RELEASED_AFTER_FAILURE("PAYMENT_FAILED", "STOCK_RESERVED", "RELEASED"),
  RELEASED_UNPAID("PAYMENT_CLOSED", "STOCK_RESERVED", "RELEASED"),
  // The goods may be another's by now: the shopper gets the money back.
  PAID_AFTER_RELEASE("PAYMENT_SUCCEEDED", "RELEASED", "REFUND_DUE"),
  PAID_LATE("PAYMENT_LATE_SUCCEEDED", "RELEASED", "REFUND_DUE"),
  // Of two events that were read in the wrong order, this one says more.
  PAID_LATE_HEARD_FIRST("PAYMENT_LATE_SUCCEEDED", "STOCK_RESERVED", "REFUND_DUE"),
  // The money is not what the order costs. A person decides: ship, ask for the rest, or refund.
  DISPUTED("PAYMENT_AMOUNT_DIFFERED", "STOCK_RESERVED", "AMOUNT_DISPUTED"),
  DISPUTED_AFTER_PAYMENT("PAYMENT_AMOUNT_DIFFERED", "PAID", "AMOUNT_DISPUTED"),
  DISPUTED_AFTER_RELEASE("PAYMENT_AMOUNT_DIFFERED", "RELEASED", "REFUND_DUE");

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
