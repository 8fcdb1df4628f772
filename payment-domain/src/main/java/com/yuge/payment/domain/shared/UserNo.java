package com.yuge.payment.domain.shared;

/** The shop's number of the user who pays; case-sensitive. */
public record UserNo(String value) {
  public static final Grammar GRAMMAR = OrderNo.GRAMMAR.of("userNo");

  public UserNo {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
