package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Grammar;

/**
 * What a channel gave for an opened trade: the address where the payer pays, or a code for its
 * script. 1 to 512 visible ASCII characters.
 */
public record PayUrl(String value) {
  private static final Grammar GRAMMAR = Grammar.of("payUrl", "pay-url", "[\\x21-\\x7E]{1,512}");

  public PayUrl {
    GRAMMAR.check(value);
  }

  /** Whether a client can show or open it, unlike a code. */
  public boolean isAddress() {
    return value.contains("://");
  }

  @Override
  public String toString() {
    return value;
  }
}
