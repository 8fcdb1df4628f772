package com.yuge.payment.app.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Order numbers that nobody has used. */
public final class OrderNos {
  static final Supplier<String> ANY = () -> UUID.randomUUID().toString().replace("-", "");

  private OrderNos() {}

  /** Numbers whose slot is one of these. */
  public static Supplier<String> in(IntPredicate slots) {
    return () ->
        Stream.generate(ANY).filter(number -> slots.test(slot(number))).findFirst().orElseThrow();
  }

  /** From 0 to 99, as {@code payment.slots} counts. */
  public static int slot(String orderNo) {
    CRC32 crc = new CRC32();
    crc.update(orderNo.getBytes(US_ASCII));
    return (int) (crc.getValue() % 100);
  }
}
