package com.yuge.payment.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which day is audited next, and when. */
record AuditSchedule(AuditSettings settings, ZoneId zone) {
  /** How far the clocks of instances and of the database may differ. */
  private static final Duration DISORDER = Duration.ofMinutes(5);

  /** After a longer pause, only this many of the newest missed days are reported. */
  private static final int MOST_MISSED = 30;

  /** Returns the last day whose transactions have all ended, once it is time to audit it. */
  private LocalDate lastDay(Instant now) {
    ZonedDateTime local = ended(now);
    boolean early = local.toLocalTime().isBefore(settings.at());
    return local.toLocalDate().minusDays(early ? 2 : 1);
  }

  /**
   * Returns the next day to audit; empty if it is too early for it.
   *
   * @param audited the day that was audited last; without one, the last day is the first
   */
  Optional<AuditDay> next(@Nullable LocalDate audited, Instant now) {
    LocalDate last = lastDay(now);
    LocalDate next = audited == null ? last : audited.plusDays(1);
    LocalDate oldest = oldest(now);
    LocalDate day = next.isBefore(oldest) ? oldest : next;
    return day.isAfter(last) ? Optional.empty() : Optional.of(AuditDay.of(day, zone));
  }

  /**
   * Returns the days after this one that can no longer be audited, because their events were
   * trimmed.
   */
  List<LocalDate> missed(@Nullable LocalDate audited, LocalDate next) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate day = next.minusDays(1);
    while (audited != null && day.isAfter(audited) && days.size() < MOST_MISSED) {
      days.add(day);
      day = day.minusDays(1);
    }
    return days;
  }

  // All events of the day must still exist when its audit ends.
  private LocalDate oldest(Instant now) {
    Instant kept = now.minus(settings.kept()).plus(settings.timeLimit()).plus(DISORDER);
    return LocalDate.ofInstant(kept, zone).plusDays(1);
  }

  /** Returns how long to wait for the next day. */
  Duration untilNext(@Nullable LocalDate audited, Instant now) {
    if (next(audited, now).isPresent()) {
      return Duration.ZERO;
    }
    ZonedDateTime local = ended(now);
    ZonedDateTime today = local.with(settings.at());
    return Duration.between(local, today.isAfter(local) ? today : today.plusDays(1));
  }

  /** The moment before which every transaction has ended. */
  private ZonedDateTime ended(Instant now) {
    return now.minus(settings.longest()).minus(DISORDER).atZone(zone);
  }
}
