package com.yuge.payment.domain.shared;

/** The text that the payer sees for the payment: 1 to 127 characters, no control characters. */
public record Subject(String value) {
  public static final Grammar GRAMMAR =
      Grammar.of("subject", "subject", "(?=.*\\S)[^\\p{Cntrl}\\p{Cs}]{1,127}");

  public Subject {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
