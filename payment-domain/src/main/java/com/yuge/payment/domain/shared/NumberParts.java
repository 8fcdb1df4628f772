package com.yuge.payment.domain.shared;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.zip.CRC32;

/** The digits of our own numbers: the time with milliseconds, random digits, the order's slot. */
final class NumberParts {
  static final int RANDOM_DIGITS = 10;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

  private NumberParts() {}

  static String of(ZonedDateTime at, String digits, OrderNo orderNo) {
    int slot = slot(orderNo);
    return MOMENT.format(at) + digits + (slot < 10 ? "0" : "") + slot;
  }

  static int slot(OrderNo orderNo) {
    CRC32 crc = new CRC32();
    orderNo.value().chars().forEach(crc::update); // Its grammar is ASCII.
    return (int) (crc.getValue() % Slots.COUNT);
  }

  /** The slot that a pay number or a refund number ends in. */
  static int slotOf(String number) {
    return Integer.parseInt(number, number.length() - 2, number.length(), 10);
  }
}
