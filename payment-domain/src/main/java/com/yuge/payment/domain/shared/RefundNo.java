package com.yuge.payment.domain.shared;

import java.time.ZonedDateTime;

/**
 * A refund's number, here and at the channel: REF, the time with milliseconds, 10 random digits and
 * the slot of its order, as in {@link PayNo}; always 32 characters.
 */
public record RefundNo(String value) {
  // The fixed length matters for security: signed fields are joined without separators.
  public static final Grammar GRAMMAR = Grammar.of("refundNo", "refund-no", "REF[0-9]{29}");
  public static final int RANDOM_DIGITS = NumberParts.RANDOM_DIGITS;

  public RefundNo {
    GRAMMAR.check(value);
  }

  /** Creates a number; {@code digits} are {@link #RANDOM_DIGITS} random digits. */
  public static RefundNo issue(ZonedDateTime at, String digits, OrderNo orderNo) {
    return new RefundNo("REF" + NumberParts.of(at, digits, orderNo));
  }

  @Override
  public String toString() {
    return value;
  }
}
