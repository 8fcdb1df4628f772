package com.yuge.payment.domain.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day of the shop's time zone.
 *
 * @param end its last moment is just before
 */
public record AuditDay(LocalDate date, Instant start, Instant end) {
  static AuditDay of(LocalDate date, ZoneId zone) {
    return new AuditDay(
        date, date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
