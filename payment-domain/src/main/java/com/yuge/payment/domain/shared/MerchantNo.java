package com.yuge.payment.domain.shared;

/** The shop's number of the merchant who sells; case-sensitive. */
public record MerchantNo(String value) {
  public static final Grammar GRAMMAR = OrderNo.GRAMMAR.of("merchantNo");

  public MerchantNo {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
