package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.domain.shared.InvalidValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as WeChat Pay writes them, by RFC 3339. */
final class WechatTime {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private WechatTime() {}

  /** Cut to seconds, because WeChat Pay takes no fractions. */
  static String text(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS)
        .atOffset(CHINA)
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /**
   * Reads a moment, cut to microseconds; null if there is none.
   *
   * @throws InvalidValue if it is something else
   */
  static @Nullable Instant read(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw new InvalidValue(field, "instant");
    }
  }
}
