package com.yuge.payment.domain.limit;

import com.yuge.payment.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Shows operators the limits, and what is used of them. */
public final class InspectLimits {
  private static final int MOST = 1_000;

  private final Limits limits;
  private final LimitUses uses;
  private final Clock clock;

  /** The clock's zone determines the day. */
  public InspectLimits(Limits limits, LimitUses uses, Clock clock) {
    this.limits = limits;
    this.uses = uses;
    this.clock = clock;
  }

  /**
   * What a subject has used of its limit today.
   *
   * @param limit the subject's own limit, or else the default limit of its scope; empty if neither
   *     exists
   */
  public record Usage(
      LimitSubject subject, Optional<Limit> limit, LocalDate day, BigDecimal used) {}

  /**
   * Returns a page of a scope's limits.
   *
   * @param last the number before the first one; empty for the first page
   * @param most from 1 to 1,000
   */
  public List<Limit> after(LimitScope scope, String last, int most) {
    if (most < 1 || most > MOST) {
      throw new InvalidValue("limit", "page");
    }
    return limits.after(scope, last, most);
  }

  public Usage today(LimitSubject subject) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return new Usage(
        subject,
        limits.of(List.of(subject)).stream().findFirst(),
        day,
        uses.used(new LimitDay(subject, day)));
  }
}
