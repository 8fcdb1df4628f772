package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Alipay's times: GMT+8 without a zone, in seconds; some have a fraction. */
final class AlipayTime {
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
  private static final String SECONDS = "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}";
  private static final Grammar GRAMMAR =
      Grammar.of("time", "instant", SECONDS + "(\\.[0-9]{1,3})?");
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter READ =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS][.SS][.S]")
          .withResolverStyle(ResolverStyle.STRICT);

  private AlipayTime() {}

  /** Fractions of a second are cut off, so the time is never later than it was. */
  static String text(Instant at) {
    return WRITTEN.format(at.atOffset(ZONE));
  }

  /** Throws {@link InvalidValue} unless it is a time. */
  static Instant read(String field, String text) {
    GRAMMAR.of(field).check(text);
    try {
      return LocalDateTime.parse(text, READ).toInstant(ZONE);
    } catch (DateTimeException e) {
      throw new InvalidValue(field, GRAMMAR.rule());
    }
  }
}
