package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditedTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PayStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A payment {@code t} of t_pay_trade with its order {@code o} and the sums over its refunds. */
final class AuditTradeRow {
  /**
   * The columns that {@link #map} reads. It looks up a payment's refunds by the order's number,
   * which has an index.
   */
  static final String COLUMNS =
      """
      t.channel, t.trade_no, t.pay_no, t.kind, t.amount, t.state, t.refund_held, t.refunded,
      o.status AS order_status, o.channel = t.channel AND o.channel_trade_no = t.trade_no AS named,
      (SELECT COALESCE(SUM(r.amount), 0) FROM t_pay_refund r
       WHERE r.pay_no = t.pay_no AND r.channel = t.channel AND r.trade_no = t.trade_no
         AND (r.status <> 'FAILED' OR r.late_at IS NOT NULL)) AS held,
      (SELECT COALESCE(SUM(r.amount), 0) FROM t_pay_refund r
       WHERE r.pay_no = t.pay_no AND r.channel = t.channel AND r.trade_no = t.trade_no
         AND r.refunded_at IS NOT NULL) AS done,
      (SELECT COALESCE(SUM(r.amount), 0) FROM t_pay_refund r
       WHERE r.pay_no = t.pay_no AND r.channel = t.channel AND r.trade_no = t.trade_no
         AND r.status <> 'FAILED') AS asked
      """;

  private AuditTradeRow() {}

  static AuditedTrade map(ResultSet row) throws SQLException {
    return new AuditedTrade(
        row.getString("channel"),
        row.getString("trade_no"),
        row.getString("pay_no"),
        Kind.valueOf(row.getString("kind")),
        row.getBigDecimal("amount"),
        state(row.getString("state")),
        status(row.getString("order_status")),
        row.getBoolean("named"),
        new AuditedTrade.Refunds(
            row.getBigDecimal("refund_held"),
            row.getBigDecimal("refunded"),
            row.getBigDecimal("held"),
            row.getBigDecimal("done"),
            row.getBigDecimal("asked")));
  }

  /** Returns null where a join has found no payment. */
  static @Nullable AuditedTrade mapOrNull(ResultSet row) throws SQLException {
    return row.getString("kind") == null ? null : map(row);
  }

  static @Nullable PayStatus status(@Nullable String name) {
    return name == null ? null : PayStatus.valueOf(name);
  }

  private static @Nullable State state(@Nullable String name) {
    return name == null ? null : State.valueOf(name);
  }
}
