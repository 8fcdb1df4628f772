package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.shared.Grammar;

/** A callback's identity: 32 lower-case hex digits, the MD5 of pay number, timestamp and nonce. */
public record CallbackId(String value) {
  private static final Grammar GRAMMAR = Grammar.of("callbackId", "callback-id", "[0-9a-f]{32}");

  public CallbackId {
    GRAMMAR.check(value);
  }
}
