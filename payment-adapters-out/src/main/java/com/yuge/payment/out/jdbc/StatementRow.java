package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementFile;
import com.yuge.payment.domain.statement.StatementKey;
import com.yuge.payment.domain.statement.StatementProgress;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.StatementWalk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of t_statement. */
final class StatementRow {
  /** The columns that {@link #map} reads. */
  static final String SELECT =
      """
      SELECT id, channel, merchant, bill_date, kind, state, version, run, attempts, sha256, bytes,
        line_count, paid, refunded, fees, foreign_lines, walk, row_no, discrepancies,
        matched_sha256, failure
      FROM t_statement
      """;

  /** The assignments for the parameters that {@link #values} returns. */
  static final String SET =
      """
      state = :state, run = :run, attempts = :attempts, sha256 = :sha256, bytes = :bytes,
      line_count = :lines, paid = :paid, refunded = :refunded, fees = :fees,
      foreign_lines = :foreignLines, walk = :walk, row_no = :row, discrepancies = :discrepancies,
      matched_sha256 = :matchedSha256, failure = :failure, updated_at = UTC_TIMESTAMP(6)
      """;

  private static final int FAILURE_LENGTH = 512;

  private StatementRow() {}

  static Map<String, @Nullable Object> values(Statement statement) {
    StatementFile file = statement.file();
    StatementTotals totals = statement.totals();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("state", statement.state().name());
    values.put("run", statement.run());
    values.put("attempts", statement.attempts());
    values.put("sha256", file == null ? null : file.sha256());
    values.put("bytes", file == null ? null : file.bytes());
    values.put("lines", totals == null ? null : totals.lines());
    values.put("paid", totals == null ? null : totals.paid());
    values.put("refunded", totals == null ? null : totals.refunded());
    values.put("fees", totals == null ? null : totals.fees());
    values.put("foreignLines", statement.foreignLines());
    values.put("walk", statement.walk().name());
    values.put("row", statement.row());
    values.put("discrepancies", statement.progress().discrepancies());
    values.put("matchedSha256", statement.matchedSha256());
    String failure = statement.failure();
    values.put("failure", failure == null ? null : Utf8.cut(failure, FAILURE_LENGTH));
    return values;
  }

  static Statement map(ResultSet row, int n) throws SQLException {
    return new Statement(
        row.getLong("id"),
        new StatementKey(
            new PayChannel(row.getString("channel")),
            row.getString("merchant"),
            row.getObject("bill_date", LocalDate.class),
            row.getString("kind")),
        StatementState.valueOf(row.getString("state")),
        row.getLong("version"),
        row.getInt("run"),
        row.getInt("attempts"),
        file(row),
        totals(row),
        row.getInt("foreign_lines"),
        new StatementProgress(
            StatementWalk.valueOf(row.getString("walk")),
            row.getLong("row_no"),
            row.getInt("discrepancies")),
        row.getString("matched_sha256"),
        row.getString("failure"));
  }

  private static @Nullable StatementFile file(ResultSet row) throws SQLException {
    String sha256 = row.getString("sha256");
    return sha256 == null ? null : new StatementFile(sha256, row.getLong("bytes"));
  }

  private static @Nullable StatementTotals totals(ResultSet row) throws SQLException {
    return row.getBigDecimal("paid") == null
        ? null
        : new StatementTotals(
            row.getInt("line_count"),
            row.getBigDecimal("paid"),
            row.getBigDecimal("refunded"),
            row.getBigDecimal("fees"));
  }
}
