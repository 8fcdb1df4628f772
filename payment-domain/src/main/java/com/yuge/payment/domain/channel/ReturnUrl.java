package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Grammar;

/**
 * Where the channel's page sends the payer's browser afterwards; this proves no payment. An http or
 * https address of at most 256 visible ASCII characters.
 */
public record ReturnUrl(String value) {
  private static final Grammar GRAMMAR =
      Grammar.of("returnUrl", "return-url", "(?=.{1,256}$)https?://[\\x21-\\x7E]+");

  public ReturnUrl {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
