package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.statement.Difference;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.Resolution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of t_discrepancy. */
final class DiscrepancyRow {
  /** The columns that {@link #map} reads. */
  static final String SELECT =
      """
      SELECT id, channel, kind, subject, statement_id, line_no, pay_no, refund_no, ours, theirs,
        queries, first_seen, last_seen, resolution, resolved_by, resolved_reason, resolved_at
      FROM t_discrepancy
      """;

  private DiscrepancyRow() {}

  static Discrepancy map(ResultSet row, int n) throws SQLException {
    int line = row.getInt("line_no");
    Difference difference =
        new Difference(
            DiscrepancyType.valueOf(row.getString("kind")),
            row.getString("subject"),
            line == 0 ? null : line,
            row.getString("pay_no"),
            row.getString("refund_no"),
            row.getString("ours"),
            row.getString("theirs"));
    return new Discrepancy(
        row.getLong("id"),
        new PayChannel(row.getString("channel")),
        difference,
        row.getLong("statement_id"),
        row.getInt("queries"),
        Utc.instant(row, "first_seen"),
        Utc.instant(row, "last_seen"),
        resolved(row));
  }

  private static Discrepancy.@Nullable Resolved resolved(ResultSet row) throws SQLException {
    String resolution = row.getString("resolution");
    return resolution == null
        ? null
        : new Discrepancy.Resolved(
            Resolution.valueOf(resolution),
            Objects.requireNonNull(PaidTradeRow.resolved(row), "somebody resolved it"),
            Utc.instant(row, "resolved_at"));
  }
}
