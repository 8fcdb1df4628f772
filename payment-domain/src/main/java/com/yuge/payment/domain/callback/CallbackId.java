package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.RefundNo;

/** A callback's identity: 32 lower-case hex digits, the MD5 of pay number, timestamp and nonce. */
public record CallbackId(String value) {
  private static final Grammar GRAMMAR = Grammar.of("callbackId", "callback-id", "[0-9a-f]{32}");

  public CallbackId {
    GRAMMAR.check(value);
  }

  /**
   * The id under which the log counts callbacks about a refund that the channel does not have: the
   * digits of its number. The MD5 of a callback is as good as never three f and then 29 decimal
   * digits.
   */
  static CallbackId ofUnknown(RefundNo refundNo) {
    return new CallbackId("fff" + refundNo.value().substring("REF".length()));
  }
}
