package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.shared.Grammar;

/** The caller's own number for a refund; unique for each pay order, case-sensitive. */
public record RefundOrderNo(String value) {
  public static final Grammar GRAMMAR =
      Grammar.of("refundOrderNo", "order-no", "[A-Za-z0-9_-]{1,32}");

  public RefundOrderNo {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
