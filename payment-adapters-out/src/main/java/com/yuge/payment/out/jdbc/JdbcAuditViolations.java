package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditRule;
import com.yuge.payment.domain.audit.AuditViolations;
import com.yuge.payment.domain.audit.Finding;
import com.yuge.payment.domain.audit.Violation;
import com.yuge.payment.domain.audit.Violation.State;
import com.yuge.payment.domain.shared.OperatorReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link AuditViolations} in t_audit_violation. */
final class JdbcAuditViolations implements AuditViolations {
  private static final String SELECT =
      """
      SELECT id, rule, subject, detail, day, first_seen, last_seen, resolved_by, resolved_reason
      FROM t_audit_violation
      """;

  // The assignments run from left to right. The detail is written last, because the others compare
  // it.
  private static final String RECORD =
      """
      INSERT INTO t_audit_violation
        (rule, subject, detail, day, state, first_seen, last_seen)
      VALUES (:rule, :subject, :detail, :day, 'OPEN', :now, :now)
      ON DUPLICATE KEY UPDATE day = :day, last_seen = :now,
        state = IF(detail = :detail, state, 'OPEN'),
        resolved_by = IF(detail = :detail, resolved_by, NULL),
        resolved_reason = IF(detail = :detail, resolved_reason, NULL),
        resolved_at = IF(detail = :detail, resolved_at, NULL),
        detail = :detail
      """;

  private final JdbcClient jdbc;

  JdbcAuditViolations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void record(List<Finding> findings, LocalDate day, Instant now) {
    JdbcTransactions.require("recording what an audit found");
    for (Finding finding : findings) {
      int unused =
          jdbc.sql(RECORD)
              .param("rule", finding.rule().name())
              .param("subject", finding.subject())
              .param("detail", finding.detail())
              .param("day", day)
              .param("now", Utc.column(now))
              .update();
    }
  }

  @Override
  public List<Violation> list(State state, long after, int limit) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(SELECT + "WHERE state = ? AND id > ? ORDER BY id LIMIT ?")
                .params(state.name(), after, limit)
                .query(JdbcAuditViolations::map)
                .list());
  }

  @Override
  public Optional<Violation> find(long id) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(SELECT + "WHERE id = ?").param(id).query(JdbcAuditViolations::map).optional());
  }

  @Override
  public boolean resolve(long id, OperatorReason reason, Instant now) {
    return StoreErrors.ask(
        () ->
            RowCounts.won(
                jdbc.sql(
                        """
                        UPDATE t_audit_violation
                        SET state = 'RESOLVED', resolved_by = :by, resolved_reason = :reason,
                            resolved_at = :now
                        WHERE id = :id AND state = 'OPEN'
                        """)
                    .param("by", reason.by())
                    .param("reason", reason.reason())
                    .param("now", Utc.column(now))
                    .param("id", id)
                    .update()));
  }

  private record Open(AuditRule rule, int count) {}

  @Override
  public Map<AuditRule, Integer> countOpen(int limit) {
    List<Open> open =
        StoreErrors.ask(
            () ->
                jdbc.sql(
                        """
                        SELECT rule, COUNT(*) AS number
                        FROM (SELECT rule FROM t_audit_violation WHERE state = 'OPEN'
                              ORDER BY id LIMIT ?) o
                        GROUP BY rule
                        """)
                    .param(limit)
                    .query(
                        (row, n) ->
                            new Open(
                                AuditRule.valueOf(row.getString("rule")), row.getInt("number")))
                    .list());
    Map<AuditRule, Integer> counts = new EnumMap<>(AuditRule.class);
    open.forEach(rule -> counts.put(rule.rule(), rule.count()));
    return counts;
  }

  private static Violation map(ResultSet row, int n) throws SQLException {
    return new Violation(
        row.getLong("id"),
        new Finding(
            AuditRule.valueOf(row.getString("rule")),
            row.getString("subject"),
            row.getString("detail")),
        row.getObject("day", LocalDate.class),
        Utc.instant(row, "first_seen"),
        Utc.instant(row, "last_seen"),
        PaidTradeRow.resolved(row));
  }
}
