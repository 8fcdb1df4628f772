package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.RefundNo;

/**
 * A callback's identity, the same in each repeat of it: 1 to 64 visible ASCII characters, as the
 * channel gives it or as its adapter derives it.
 */
public record CallbackId(String value) {
  private static final Grammar GRAMMAR =
      Grammar.of("callbackId", "callback-id", "[\\x21-\\x7E]{1,64}");

  public CallbackId {
    GRAMMAR.check(value);
  }

  /** The id under which the log counts callbacks about a refund that the channel does not have. */
  static CallbackId ofUnknown(RefundNo refundNo) {
    return new CallbackId("unknown-" + refundNo);
  }
}
