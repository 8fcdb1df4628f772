package com.yuge.payment.domain.shared;

/** The order-service's order number; case-sensitive. */
public record OrderNo(String value) {
  public static final Grammar GRAMMAR = Grammar.of("orderNo", "order-no", "[A-Za-z0-9_-]{1,32}");

  public OrderNo {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
