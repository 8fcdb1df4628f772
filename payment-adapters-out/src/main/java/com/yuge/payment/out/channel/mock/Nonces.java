package com.yuge.payment.out.channel.mock;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Texts that nobody can guess, one for each call. */
final class Nonces implements Supplier<String> {
  private static final int BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
