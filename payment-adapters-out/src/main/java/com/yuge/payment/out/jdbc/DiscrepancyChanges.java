package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.statement.DiscrepancyChange;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Resolves and reopens discrepancies; each change also adds a row to t_discrepancy_change. */
record DiscrepancyChanges(JdbcClient jdbc) {
  private static final List<String> ASKED =
      Stream.of(DiscrepancyType.values()).filter(DiscrepancyType::isAsked).map(Enum::name).toList();

  boolean resolve(long id, Resolution resolution, OperatorReason reason, Instant now) {
    boolean resolved =
        RowCounts.won(
            jdbc.sql(
                    """
                    UPDATE t_discrepancy
                    SET state = 'RESOLVED', next_check_at = NULL, resolution = :resolution,
                        resolved_by = :by, resolved_reason = :reason, resolved_at = :now
                    WHERE id = :id AND state = 'OPEN'
                    """)
                .param("resolution", resolution.name())
                .param("by", reason.by())
                .param("reason", reason.reason())
                .param("now", Utc.column(now))
                .param("id", id)
                .update());
    if (resolved) {
      add(id, Optional.of(resolution), reason, now);
    }
    return resolved;
  }

  boolean reopen(long id, OperatorReason reason, Instant now) {
    boolean reopened =
        RowCounts.won(
            jdbc.sql(
                    """
                    UPDATE t_discrepancy
                    SET state = 'OPEN', queries = 0, resolution = NULL, resolved_by = NULL,
                        resolved_reason = NULL, resolved_at = NULL,
                        next_check_at = IF(kind IN (:asked), UTC_TIMESTAMP(6), NULL)
                    WHERE id = :id AND state = 'RESOLVED'
                    """)
                .param("asked", ASKED)
                .param("id", id)
                .update());
    if (reopened) {
      add(id, Optional.empty(), reason, now);
    }
    return reopened;
  }

  private void add(long id, Optional<Resolution> resolution, OperatorReason reason, Instant now) {
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_discrepancy_change (discrepancy_id, resolution, operator, reason,
                  created_at)
                VALUES (:id, :resolution, :by, :reason, :now)
                """)
            .param("id", id)
            .param("resolution", resolution.map(Enum::name).orElse(null))
            .param("by", reason.by())
            .param("reason", reason.reason())
            .param("now", Utc.column(now))
            .update());
  }

  List<DiscrepancyChange> of(long id) {
    return jdbc.sql(
            """
            SELECT resolution, operator, reason, created_at
            FROM t_discrepancy_change FORCE INDEX (idx_discrepancy_change_discrepancy)
            WHERE discrepancy_id = ? ORDER BY id
            """)
        .param(id)
        .query(
            (row, n) -> {
              String resolution = row.getString("resolution");
              return new DiscrepancyChange(
                  resolution == null ? null : Resolution.valueOf(resolution),
                  new OperatorReason(row.getString("operator"), row.getString("reason")),
                  Utc.instant(row, "created_at"));
            })
        .list();
  }
}
