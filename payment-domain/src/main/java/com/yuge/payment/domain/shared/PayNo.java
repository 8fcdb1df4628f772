package com.yuge.payment.domain.shared;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A pay order's number: PAY, the moment to the millisecond, 12 random digits; always 32 long. */
public record PayNo(String value) {
  // The fixed length is a matter of safety: signed fields are joined without separators.
  public static final Grammar GRAMMAR = Grammar.of("payNo", "pay-no", "PAY[0-9]{29}");
  public static final int RANDOM_DIGITS = 12;

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

  public PayNo {
    GRAMMAR.check(value);
  }

  /** A new number; {@code digits} are {@link #RANDOM_DIGITS} random ones. */
  public static PayNo issue(ZonedDateTime at, String digits) {
    return new PayNo("PAY" + MOMENT.format(at) + digits);
  }

  @Override
  public String toString() {
    return value;
  }
}
