package com.yuge.payment.channelfakes.wechat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as WeChat Pay writes them: RFC 3339 of Beijing, to the second. */
final class WechatTime {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private WechatTime() {}

  static String of(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atOffset(BEIJING));
  }

  static Instant parse(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw ApiError.parameter("time_expire must be such as 2026-11-22T20:00:00+08:00");
    }
  }
}
