package com.yuge.payment.channelfakes.http;

import java.security.SecureRandom;

/** Unguessable decimal digits. */
public final class RandomDecimal {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomDecimal() {}

  /** Returns this many digits. */
  public static String digits(int count) {
    StringBuilder digits = new StringBuilder(count);
    RANDOM.ints(count, 0, 10).forEach(digits::append);
    return digits.toString();
  }
}
