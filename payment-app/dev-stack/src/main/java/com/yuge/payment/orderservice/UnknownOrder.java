package com.yuge.payment.orderservice;

/** An event about an order that does not exist, or not yet. */
final class UnknownOrder extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownOrder(String orderNo) {
    super("unknown order " + orderNo);
  }
}
