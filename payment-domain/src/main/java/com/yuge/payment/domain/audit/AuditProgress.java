package com.yuge.payment.domain.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the audit is. Immutable: each step returns the next version.
 *
 * @param version counts the changes; only one instance writes each version
 * @param day the day that is audited now, or was audited last; null before the first audit
 * @param walk the current part of the audit; null if no audit is running
 * @param row the last row that was read
 * @param startedAt when the audit of the day began; null if no audit is running
 * @param completeDay the last day that was audited completely; null before the first one
 */
public record AuditProgress(
    long version,
    @Nullable LocalDate day,
    @Nullable AuditWalk walk,
    long row,
    @Nullable Instant startedAt,
    @Nullable LocalDate completeDay) {
  public AuditProgress {
    if ((walk == null) != (startedAt == null) || (walk != null && day == null)) {
      throw new IllegalArgumentException("a walk has a day and a start");
    }
  }

  AuditProgress begin(LocalDate nextDay, long before, Instant now) {
    return new AuditProgress(version + 1, nextDay, AuditWalk.first(), before, now, completeDay);
  }

  AuditProgress at(AuditWalk nextWalk, long nextRow) {
    return new AuditProgress(version + 1, day, nextWalk, nextRow, startedAt, completeDay);
  }

  AuditProgress end(boolean complete) {
    return new AuditProgress(version + 1, day, null, 0, null, complete ? day : completeDay);
  }

  AuditProgress waiting() {
    return new AuditProgress(version + 1, day, null, 0, null, completeDay);
  }
}
