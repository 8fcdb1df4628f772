package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Grammar;

/** The address where the payer pays: 1 to 512 visible ASCII characters. */
public record PayUrl(String value) {
  private static final Grammar GRAMMAR = Grammar.of("payUrl", "pay-url", "[\\x21-\\x7E]{1,512}");

  public PayUrl {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
