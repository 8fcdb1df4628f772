package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Grammar;

/** Why money goes back, as the payer may read it: 1 to 80 characters, no control characters. */
public record RefundReason(String value) {
  public static final Grammar GRAMMAR =
      Grammar.of("reason", "refund-reason", "(?=.*\\S)[^\\p{Cntrl}\\p{Cs}]{1,80}");

  public RefundReason {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
