package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.retention.AgedRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link AgedRecords} in the callback log, the audit tables, the discrepancies, {@link
 * AgedLimitDays} and {@link AgedStatementRows}. A chunk is read without locks, and rows are removed
 * by primary key, so that writers of these tables do not wait.
 */
final class JdbcAgedRecords implements AgedRecords {
  // The age is not in the WHERE clause: without any old row, the query would read the whole table.
  private static final String OLD =
      "r.created_at < UTC_TIMESTAMP(6) - INTERVAL :micros MICROSECOND";

  // The indexes make the query read each order's own trades and refunds. Otherwise MariaDB may read
  // all OPEN trades first and filter by them. A failed refund counts while a call is planned,
  // because the answer may contradict the failure.
  private static final String ORDER_IS_DONE =
      """
      NOT EXISTS (
        SELECT 1 FROM t_pay_order o
        WHERE o.pay_no = r.pay_no
          AND (o.status IN ('INIT', 'PAYING') OR o.next_check_at IS NOT NULL))
      AND NOT EXISTS (
        SELECT 1 FROM t_pay_trade t FORCE INDEX (idx_pay_trade_pay_no)
        WHERE t.pay_no = r.pay_no AND t.state = 'OPEN')
      AND NOT EXISTS (
        SELECT 1 FROM t_pay_refund f FORCE INDEX (uk_pay_refund_order_no)
        WHERE f.pay_no = r.pay_no
          AND (f.status IN ('REFUNDING', 'ABNORMAL') OR f.next_check_at IS NOT NULL))
      """;

  private static final String CALLBACKS =
      """
      SELECT r.id, %1$s AS old, %1$s AND %2$s AS done
      FROM t_pay_callback_log r WHERE r.id > :after ORDER BY r.id LIMIT :most
      """
          .formatted(OLD, ORDER_IS_DONE);

  // A callback with UNKNOWN_PAY_NO or UNKNOWN_REFUND_NO was signed, but its channel has no such
  // order or refund here. It may report real money, so the short retention does not apply to it.
  private static final String REFUSED_CALLBACKS =
      """
      SELECT r.id, %1$s AS old,
             %1$s AND r.callback_id IS NULL
               AND r.reason NOT IN ('UNKNOWN_PAY_NO', 'UNKNOWN_REFUND_NO') AND %2$s AS done
      FROM t_pay_callback_log r FORCE INDEX (idx_pay_callback_log_result)
      WHERE r.process_result = 'FAILED' AND r.id > :after ORDER BY r.id LIMIT :most
      """
          .formatted(OLD, ORDER_IS_DONE);

  // The previous version recorded some mismatched payments only in these rows; see
  // PreviousVersionTrades.
  private static final String STEPS =
      """
      SELECT r.id, %1$s AS old,
             %1$s AND r.detail NOT LIKE 'Mismatch tradeNo=%%' AND %2$s AS done
      FROM t_pay_reconcile_audit r WHERE r.id > :after ORDER BY r.id LIMIT :most
      """
          .formatted(OLD, ORDER_IS_DONE);

  private static final String OPERATOR_ACTIONS =
      """
      SELECT r.id, %1$s AS old, %1$s AS done
      FROM t_outbox_audit r WHERE r.id > :after ORDER BY r.id LIMIT :most
      """
          .formatted(OLD);

  private static final String LIMIT_CHANGES =
      """
      SELECT r.id, %1$s AS old, %1$s AS done
      FROM t_limit_audit r WHERE r.id > :after ORDER BY r.id LIMIT :most
      """
          .formatted(OLD);

  private static final String STATEMENT_CHANGES =
      """
      SELECT r.id, %1$s AS old, %1$s AS done
      FROM t_statement_change r WHERE r.id > :after ORDER BY r.id LIMIT :most
      """
          .formatted(OLD);

  private static final String DISCREPANCIES =
      """
      SELECT r.id, %1$s AS old, %1$s AS done
      FROM t_discrepancy r FORCE INDEX (idx_discrepancy_state)
      WHERE r.state = 'RESOLVED' AND r.id > :after ORDER BY r.id LIMIT :most
      """
          .formatted(OLD.replace("created_at", "resolved_at"));

  private static final String DISCREPANCY_CHANGES =
      """
      SELECT r.id, %1$s AS old, %1$s AND NOT EXISTS (
          SELECT 1 FROM t_discrepancy d WHERE d.id = r.discrepancy_id) AS done
      FROM t_discrepancy_change r WHERE r.id > :after ORDER BY r.id LIMIT :most
      """
          .formatted(OLD);

  private final JdbcClient jdbc;
  private final AgedLimitDays limitDays;
  private final AgedStatementRows statementLines;
  private final AgedStatementRows statementFiles;

  JdbcAgedRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.limitDays = new AgedLimitDays(jdbc);
    this.statementLines = AgedStatementRows.lines(jdbc);
    this.statementFiles = AgedStatementRows.files(jdbc);
  }

  private record Aged(long row, boolean isOld, boolean isDone) {
    static Aged map(ResultSet row, int n) throws SQLException {
      return new Aged(row.getLong("id"), row.getBoolean("old"), row.getBoolean("done"));
    }
  }

  @Override
  public Trimmed trim(Kind kind, long afterRow, Duration retention, int limit) {
    return StoreErrors.ask(
        () ->
            switch (kind) {
              case LIMIT_USE -> limitDays.trim(afterRow, retention, limit);
              case STATEMENT_LINE -> statementLines.trim(afterRow, retention, limit);
              case STATEMENT_FILE -> statementFiles.trim(afterRow, retention, limit);
              case CALLBACK,
                  REFUSED_CALLBACK,
                  STEP,
                  OPERATOR_ACTION,
                  LIMIT_CHANGE,
                  STATEMENT_CHANGE,
                  DISCREPANCY,
                  DISCREPANCY_CHANGE ->
                  trimmed(kind, afterRow, retention, limit);
            });
  }

  private Trimmed trimmed(Kind kind, long afterRow, Duration retention, int limit) {
    List<Aged> next = next(kind, afterRow, retention, limit);
    // One young row does not end the round: the clock of the instance that wrote it may be wrong.
    boolean end = next.size() < limit || next.stream().noneMatch(Aged::isOld);
    List<Long> done = next.stream().filter(Aged::isDone).map(Aged::row).toList();
    int removed = new NumberedRows(table(kind), done).remove(jdbc);
    return new Trimmed(removed, next.isEmpty() ? afterRow : next.get(next.size() - 1).row(), end);
  }

  private List<Aged> next(Kind kind, long afterRow, Duration retention, int limit) {
    return jdbc.sql(select(kind))
        .param("micros", TimeUnit.MICROSECONDS.convert(retention))
        .param("after", afterRow)
        .param("most", limit)
        .query(Aged::map)
        .list();
  }

  private static String select(Kind kind) {
    return switch (kind) {
      case CALLBACK -> CALLBACKS;
      case REFUSED_CALLBACK -> REFUSED_CALLBACKS;
      case STEP -> STEPS;
      case OPERATOR_ACTION -> OPERATOR_ACTIONS;
      case LIMIT_CHANGE -> LIMIT_CHANGES;
      case STATEMENT_CHANGE -> STATEMENT_CHANGES;
      case DISCREPANCY -> DISCREPANCIES;
      case DISCREPANCY_CHANGE -> DISCREPANCY_CHANGES;
      case LIMIT_USE, STATEMENT_LINE, STATEMENT_FILE ->
          throw new IllegalArgumentException("its rows have no number of their own: " + kind);
    };
  }

  private static String table(Kind kind) {
    return switch (kind) {
      case CALLBACK, REFUSED_CALLBACK -> "t_pay_callback_log";
      case STEP -> "t_pay_reconcile_audit";
      case OPERATOR_ACTION -> "t_outbox_audit";
      case LIMIT_CHANGE -> "t_limit_audit";
      case STATEMENT_CHANGE -> "t_statement_change";
      case DISCREPANCY -> "t_discrepancy";
      case DISCREPANCY_CHANGE -> "t_discrepancy_change";
      case LIMIT_USE, STATEMENT_LINE, STATEMENT_FILE ->
          throw new IllegalArgumentException("its rows have no number of their own: " + kind);
    };
  }
}
