package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.statement.LineFacts;
import com.yuge.payment.domain.statement.LineFacts.BookedOrder;
import com.yuge.payment.domain.statement.LineFacts.BookedPayment;
import com.yuge.payment.domain.statement.LineFacts.BookedRefund;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Lines of a statement, joined with the entries in our books for their numbers. */
final class StatementLineRow {
  // The lines of the chunk are read first, and all else by unique keys. The search for a repeated
  // line reads all lines with the same pay number; an order has only a few.
  static final String SELECT =
      """
      SELECT l.line_no, l.pay_no, l.trade_no, l.refund_no, l.channel_refund_no, l.amount,
        COALESCE(l.fee_base, l.amount) AS fee_base, l.fee, l.revoked, l.dated_at, o.status AS order_status, o.amount AS order_amount,
        t.pay_no AS paid_no, t.amount AS paid_amount, r.pay_no AS refund_pay_no,
        r.trade_no AS refund_trade_no, r.amount AS refund_amount, r.status AS refund_status,
        r.accepted_at IS NOT NULL OR r.refunded_at IS NOT NULL AS refund_accepted,
        r.refunded_at IS NOT NULL AS refund_done,
        EXISTS (
          SELECT 1 FROM t_statement_line e FORCE INDEX (idx_statement_line_pay_no)
          STRAIGHT_JOIN t_statement s FORCE INDEX (PRIMARY)
            ON s.id = e.statement_id AND s.channel = :channel
          WHERE e.pay_no = l.pay_no AND e.trade_no = l.trade_no AND e.refund_no <=> l.refund_no
            AND e.revoked = l.revoked
            AND (e.statement_id <> :id OR e.line_no < l.line_no)
        ) AS repeated
      FROM (
        SELECT line_no, pay_no, trade_no, refund_no, channel_refund_no, amount, fee_base, fee,
          revoked, dated_at
        FROM t_statement_line FORCE INDEX (PRIMARY)
        WHERE statement_id = :id AND line_no > :after ORDER BY line_no LIMIT :most
      ) l
      LEFT JOIN t_pay_order o FORCE INDEX (uk_pay_order_pay_no) ON o.pay_no = l.pay_no
      LEFT JOIN t_pay_trade t FORCE INDEX (PRIMARY)
        ON t.channel = :channel AND t.trade_no = l.trade_no
      LEFT JOIN t_pay_refund r FORCE INDEX (uk_pay_refund_refund_no)
        ON r.refund_no = l.refund_no
      """;

  private StatementLineRow() {}

  static LineFacts map(ResultSet row, int n) throws SQLException {
    return new LineFacts(
        new StatementLine(
            row.getInt("line_no"),
            row.getString("pay_no"),
            row.getString("trade_no"),
            row.getString("refund_no"),
            row.getString("channel_refund_no"),
            row.getBigDecimal("amount"),
            row.getBigDecimal("fee_base"),
            row.getBigDecimal("fee"),
            row.getBoolean("revoked"),
            Utc.instant(row, "dated_at")),
        row.getBoolean("repeated"),
        order(row),
        payment(row),
        refund(row));
  }

  private static @Nullable BookedOrder order(ResultSet row) throws SQLException {
    String status = row.getString("order_status");
    return status == null
        ? null
        : new BookedOrder(PayStatus.valueOf(status), row.getBigDecimal("order_amount"));
  }

  private static @Nullable BookedPayment payment(ResultSet row) throws SQLException {
    String payNo = row.getString("paid_no");
    return payNo == null ? null : new BookedPayment(payNo, row.getBigDecimal("paid_amount"));
  }

  private static @Nullable BookedRefund refund(ResultSet row) throws SQLException {
    String status = row.getString("refund_status");
    return status == null
        ? null
        : new BookedRefund(
            row.getString("refund_pay_no"),
            row.getString("refund_trade_no"),
            row.getBigDecimal("refund_amount"),
            RefundStatus.valueOf(status),
            row.getBoolean("refund_accepted"),
            row.getBoolean("refund_done"));
  }
}
