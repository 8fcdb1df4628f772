package com.yuge.payment.domain.audit;

import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows operators what audits have found, and lets them resolve it. */
public final class InspectAudit {
  private static final int LONGEST_PAGE = 1000;

  /** The limit of the counts; the counted cases are rare. */
  private static final int COUNT_LIMIT = 10_000;

  private final AuditRuns runs;
  private final AuditViolations violations;
  private final Clock clock;

  public InspectAudit(AuditRuns runs, AuditViolations violations, Clock clock) {
    this.runs = runs;
    this.violations = violations;
    this.clock = clock;
  }

  /**
   * The state of the audit.
   *
   * @param open the open violations of each rule that has any
   * @param daysBehind how many days have ended since the last one that was audited completely; 0
   *     before the first one
   */
  public record AuditState(AuditProgress progress, Map<AuditRule, Integer> open, int daysBehind) {}

  public AuditState state() {
    AuditProgress progress = runs.find();
    return new AuditState(progress, violations.countOpen(COUNT_LIMIT), behind(progress));
  }

  private int behind(AuditProgress progress) {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), clock.getZone()).minusDays(1);
    LocalDate complete = progress.completeDay();
    return complete == null
        ? 0
        : Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(complete, yesterday)));
  }

  public List<Violation> list(Violation.State state, long after, int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new InvalidValue("limit", "page");
    }
    return violations.list(state, after, limit);
  }

  public Optional<Violation> find(long id) {
    return violations.find(id);
  }

  /** Resolves an open violation; returns false if it is not open. */
  public boolean resolve(long id, OperatorReason reason) {
    Instant now = clock.instant();
    return violations.resolve(id, reason, now);
  }
}
