package com.yuge.payment.out.jdbc;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Event times as text, in the shop's time zone. */
record LocalTimes(ZoneId zone) {
  String text(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(instant.atZone(zone));
  }
}
