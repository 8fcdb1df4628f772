package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.StatementSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The days of statements, by the clock's zone. */
record StatementDays(Clock clock) {
  /** Both WeChat Pay and Alipay serve a statement for three months. */
  static final int SERVED = 90;

  /**
   * Lines are kept for at least 35 days. A comparison also needs the lines of the day before, and
   * may take some time.
   */
  private static final int COMPARED = 33;

  /** The latest day whose statement may be available. */
  LocalDate latest(StatementSource source) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), clock.getZone());
    boolean isReady = !now.toLocalTime().isBefore(source.readyAt());
    return now.toLocalDate().minusDays(isReady ? 1 : 2);
  }

  /** Whether the channel no longer serves the statement of a day. */
  boolean isOver(LocalDate day) {
    return day.isBefore(today().minusDays(SERVED));
  }

  /** Whether all lines that a comparison of the day needs are still stored. */
  boolean isCompared(LocalDate day) {
    return !day.isBefore(today().minusDays(COMPARED));
  }

  /** Whether a statement of the day would have come by now: another whole day has ended. */
  boolean isLate(LocalDate day) {
    return day.isBefore(today().minusDays(1));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  StatementBooks.Day books(StatementSource source, StatementKey key) {
    return new StatementBooks.Day(
        key.channel(), source.accounts(), start(key.day()), start(key.day().plusDays(1)));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }
}
