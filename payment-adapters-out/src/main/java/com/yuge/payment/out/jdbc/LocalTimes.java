package com.yuge.payment.out.jdbc;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as events tell them: local to the shop. */
record LocalTimes(ZoneId zone) {
  String text(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(instant.atZone(zone));
  }
}
