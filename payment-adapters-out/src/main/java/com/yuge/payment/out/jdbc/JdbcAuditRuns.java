package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditProgress;
import com.yuge.payment.domain.audit.AuditRuns;
import com.yuge.payment.domain.audit.AuditWalk;
import com.yuge.payment.domain.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link AuditRuns} in t_audit_progress; timed only by the database's clock. */
final class JdbcAuditRuns implements AuditRuns {
  private static final String SELECT =
      """
      SELECT version, day, walk, row_no, started_at, complete_day FROM t_audit_progress
      WHERE id = 1
      """;

  private final JdbcClient jdbc;
  private final Transactions transactions;

  JdbcAuditRuns(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public AuditProgress find() {
    return StoreErrors.ask(() -> jdbc.sql(SELECT).query(JdbcAuditRuns::map).single());
  }

  @Override
  public Optional<AuditProgress> claim(Duration hold) {
    return transactions.call(
        () -> {
          Optional<AuditProgress> due =
              jdbc.sql(SELECT + "AND next_check_at <= UTC_TIMESTAMP(6) FOR UPDATE SKIP LOCKED")
                  .query(JdbcAuditRuns::map)
                  .optional();
          due.ifPresent(progress -> RowCounts.one(hold(hold)));
          return due;
        });
  }

  private int hold(Duration hold) {
    return jdbc.sql(
            """
            UPDATE t_audit_progress
            SET next_check_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND WHERE id = 1
            """)
        .param("micros", NumberedRows.micros(hold))
        .update();
  }

  @Override
  public boolean advance(AuditProgress next, Duration due) {
    JdbcTransactions.require("advancing an audit");
    AuditWalk walk = next.walk();
    return RowCounts.won(
        jdbc.sql(
                """
                UPDATE t_audit_progress
                SET version = :version, day = :day, walk = :walk, row_no = :row,
                    started_at = :startedAt, complete_day = :completeDay,
                    next_check_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                WHERE id = 1 AND version = :version - 1
                """)
            .param("version", next.version())
            .param("day", next.day())
            .param("walk", walk == null ? null : walk.name())
            .param("row", next.row())
            .param("startedAt", Utc.column(next.startedAt()))
            .param("completeDay", next.completeDay())
            .param("micros", NumberedRows.micros(due))
            .update());
  }

  private static AuditProgress map(ResultSet row, int n) throws SQLException {
    String walk = row.getString("walk");
    return new AuditProgress(
        row.getLong("version"),
        day(row, "day"),
        walk == null ? null : AuditWalk.valueOf(walk),
        row.getLong("row_no"),
        Utc.instantOrNull(row, "started_at"),
        day(row, "complete_day"));
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
