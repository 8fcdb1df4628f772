package com.yuge.payment.domain.shared;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.zip.CRC32;

/**
 * A pay order's number: PAY, the moment to the millisecond, 10 random digits, 2 digits of slot;
 * always 32 long.
 *
 * <p>The slot is the CRC-32 of the order number, modulo 100: whoever spreads orders over several
 * databases finds an order by either number. Numbers from before the slot was introduced end in
 * random digits; they are told by their moment and stay where they are.
 */
public record PayNo(String value) {
  // The fixed length is a matter of safety: signed fields are joined without separators.
  public static final Grammar GRAMMAR = Grammar.of("payNo", "pay-no", "PAY[0-9]{29}");
  public static final int RANDOM_DIGITS = 10;

  private static final int SLOTS = 100;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

  public PayNo {
    GRAMMAR.check(value);
  }

  /** A new number; {@code digits} are {@link #RANDOM_DIGITS} random ones. */
  public static PayNo issue(ZonedDateTime at, String digits, OrderNo orderNo) {
    return new PayNo("PAY" + MOMENT.format(at) + digits + slot(orderNo));
  }

  private static String slot(OrderNo orderNo) {
    CRC32 crc = new CRC32();
    orderNo.value().chars().forEach(crc::update); // Its grammar is ASCII.
    long slot = crc.getValue() % SLOTS;
    return slot < 10 ? "0" + slot : Long.toString(slot);
  }

  @Override
  public String toString() {
    return value;
  }
}
