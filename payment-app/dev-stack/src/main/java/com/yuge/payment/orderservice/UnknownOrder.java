package com.yuge.payment.orderservice;

/** An event of an order that is not there, or not yet. */
final class UnknownOrder extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownOrder(String orderNo) {
    super("unknown order " + orderNo);
  }
}
