package com.yuge.payment.domain.shared;

import java.time.ZonedDateTime;

/**
 * A pay order's number: PAY, the time with milliseconds, 10 random digits and 2 digits for the
 * slot; always 32 characters.
 *
 * <p>The slot is the CRC-32 of the order number, modulo 100. If orders are spread over several
 * databases, both numbers lead to the same database. Numbers from before the slot was introduced
 * end in random digits; their time identifies them, and they stay where they are.
 */
public record PayNo(String value) {
  // The fixed length matters for security: signed fields are joined without separators.
  public static final Grammar GRAMMAR = Grammar.of("payNo", "pay-no", "PAY[0-9]{29}");
  public static final int RANDOM_DIGITS = NumberParts.RANDOM_DIGITS;

  public PayNo {
    GRAMMAR.check(value);
  }

  /** Creates a number; {@code digits} are {@link #RANDOM_DIGITS} random digits. */
  public static PayNo issue(ZonedDateTime at, String digits, OrderNo orderNo) {
    return new PayNo("PAY" + NumberParts.of(at, digits, orderNo));
  }

  @Override
  public String toString() {
    return value;
  }
}
