package com.yuge.payment.channelfakes.alipay;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Times as Alipay writes them: of Beijing, to the second. */
final class AlipayTime {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(BEIJING);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(BEIJING);

  private AlipayTime() {}

  static String of(Instant instant) {
    return SECONDS.withZone(BEIJING).format(instant);
  }

  /** Only refunds in notifications have milliseconds. */
  static String precise(Instant instant) {
    return MILLIS.format(instant);
  }

  static String day(Instant instant) {
    return DAY.format(instant);
  }

  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, SECONDS).toInstant(BEIJING));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
