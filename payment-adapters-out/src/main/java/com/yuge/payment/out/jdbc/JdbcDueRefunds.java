package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.refund.DueRefund;
import com.yuge.payment.domain.refund.DueRefunds;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link DueRefunds} in t_pay_refund.next_check_at, timed only by the database's clock. */
final class JdbcDueRefunds implements DueRefunds {
  private static final String DUE =
      """
      SELECT id, refund_no, version FROM t_pay_refund FORCE INDEX (idx_pay_refund_due)
      WHERE next_check_at <= UTC_TIMESTAMP(6)
      ORDER BY next_check_at LIMIT :limit\s""";

  private static final String LOCKED = DUE + "FOR UPDATE SKIP LOCKED";

  private final JdbcClient jdbc;
  private final Transactions transactions;

  JdbcDueRefunds(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  private record DueRow(long id, DueRefund refund) {}

  @Override
  public List<DueRefund> claim(int limit, Duration hold) {
    // The job asks every few seconds, and usually nothing is due. So this query runs outside a
    // transaction.
    if (StoreErrors.ask(() -> due(DUE, 1)).isEmpty()) {
      return List.of();
    }
    return transactions.call(
        () -> {
          List<DueRow> due = due(LOCKED, limit);
          new NumberedRows("t_pay_refund", due.stream().map(DueRow::id).toList()).hold(jdbc, hold);
          return due.stream().map(DueRow::refund).toList();
        });
  }

  private List<DueRow> due(String sql, int limit) {
    return jdbc.sql(sql).param("limit", limit).query(JdbcDueRefunds::map).list();
  }

  private static DueRow map(ResultSet row, int n) throws SQLException {
    RefundNo refundNo = new RefundNo(row.getString("refund_no"));
    return new DueRow(row.getLong("id"), new DueRefund(refundNo, row.getInt("version")));
  }
}
