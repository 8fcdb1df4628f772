package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditedRefund;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments and refunds; each payment comes with its order and the sums over its refunds. */
record AuditMoneyRows(JdbcClient jdbc) {
  List<AuditRow> trades(long after, int limit) {
    return jdbc.sql(
            """
            SELECT t.id, t.received_at, %s
            FROM (
              SELECT id, received_at, channel, trade_no, pay_no, kind, amount, state, refund_held,
                refunded
              FROM t_pay_trade FORCE INDEX (uk_pay_trade_id)
              WHERE id > :after ORDER BY id LIMIT :most
            ) t
            LEFT JOIN t_pay_order o ON o.pay_no = t.pay_no
            """
                .formatted(AuditTradeRow.COLUMNS))
        .param("after", after)
        .param("most", limit)
        .query(
            (row, n) ->
                new AuditRow(
                    row.getLong("id"), Utc.instant(row, "received_at"), AuditTradeRow.map(row)))
        .list();
  }

  List<AuditRow> refunds(long after, int limit) {
    return jdbc.sql(
            """
            SELECT x.id, x.created_at, x.refund_no, x.trade_no AS refunded_trade, %s
            FROM (
              SELECT id, created_at, refund_no, channel, trade_no FROM t_pay_refund
              WHERE id > :after ORDER BY id LIMIT :most
            ) x
            LEFT JOIN t_pay_trade t FORCE INDEX (PRIMARY)
              ON t.channel = x.channel AND t.trade_no = x.trade_no
            LEFT JOIN t_pay_order o ON o.pay_no = t.pay_no
            """
                .formatted(AuditTradeRow.COLUMNS))
        .param("after", after)
        .param("most", limit)
        .query(AuditMoneyRows::refund)
        .list();
  }

  private static AuditRow refund(ResultSet row, int n) throws SQLException {
    return new AuditRow(
        row.getLong("id"),
        Utc.instant(row, "created_at"),
        new AuditedRefund(
            row.getString("refund_no"),
            row.getString("refunded_trade"),
            AuditTradeRow.mapOrNull(row)));
  }
}
