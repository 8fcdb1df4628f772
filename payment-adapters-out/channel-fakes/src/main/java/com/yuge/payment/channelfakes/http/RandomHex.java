package com.yuge.payment.channelfakes.http;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Unguessable hexadecimal digits. */
public final class RandomHex {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomHex() {}

  /** Returns this many digits, an even number. */
  public static String digits(int count) {
    byte[] bytes = new byte[count / 2];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
