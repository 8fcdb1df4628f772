package com.yuge.payment.domain.shared;

/** What the payer reads of what is paid for: 1 to 127 characters, none of them a control. */
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
