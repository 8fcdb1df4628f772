package com.yuge.payment.channelfakes.bill;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The day of a bill, from midnight to midnight in Beijing. */
public record BillDay(LocalDate date) {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BEIJING);
  private static final int LENGTH = "2026-11-28".length();

  /** Reads a day such as 2026-11-28. */
  public static Optional<BillDay> parse(String text) {
    try {
      return Optional.of(text)
          .filter(day -> day.length() == LENGTH)
          .map(LocalDate::parse)
          .map(BillDay::new);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns the day of this moment. */
  public static BillDay of(Instant moment) {
    return new BillDay(moment.atOffset(BEIJING).toLocalDate());
  }

  /** Writes a moment as bills do, to the second. */
  public static String text(Instant moment) {
    return SECONDS.format(moment);
  }

  public boolean contains(Instant moment) {
    return of(moment).equals(this);
  }

  public boolean isBefore(BillDay other) {
    return date.isBefore(other.date);
  }

  public BillDay next() {
    return new BillDay(date.plusDays(1));
  }

  public BillDay previous() {
    return new BillDay(date.minusDays(1));
  }

  public Instant at(LocalTime time) {
    return date.atTime(time).toInstant(BEIJING);
  }
}
