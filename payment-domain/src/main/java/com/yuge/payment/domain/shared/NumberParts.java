package com.yuge.payment.domain.shared;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.zip.CRC32;

/** The digits of our own numbers: the time with milliseconds, random digits, the order's slot. */
final class NumberParts {
  static final int RANDOM_DIGITS = 10;
  private static final int SLOTS = 100;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

  private NumberParts() {}

  static String of(ZonedDateTime at, String digits, OrderNo orderNo) {
    return MOMENT.format(at) + digits + slot(orderNo);
  }

  private static String slot(OrderNo orderNo) {
    CRC32 crc = new CRC32();
    orderNo.value().chars().forEach(crc::update); // Its grammar is ASCII.
    long slot = crc.getValue() % SLOTS;
    return slot < 10 ? "0" + slot : Long.toString(slot);
  }
}
