package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditDay;
import com.yuge.payment.domain.audit.AuditedOrder;
import com.yuge.payment.domain.order.PayStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders with their payments and the number of their events, in one statement. */
record AuditOrderRows(JdbcClient jdbc) {
  List<AuditRow> read(AuditDay day, long after, int limit) {
    return jdbc.sql(
            """
            SELECT o.id, o.created_at, o.pay_no, o.status, o.ended,
              COALESCE(t.kind = 'SETTLED' AND t.pay_no = o.pay_no, 0) AS has_trade,
              IF(o.status = 'SUCCESS',
                (SELECT COUNT(*) FROM t_outbox_event e FORCE INDEX (idx_outbox_event_aggregate_key)
                 WHERE e.aggregate_key = o.pay_no AND e.tag = 'PAYMENT_SUCCEEDED'), 0) AS succeeded
            FROM (
              SELECT id, created_at, pay_no, status, channel, channel_trade_no,
                COALESCE(ended_at, updated_at) AS ended
              FROM t_pay_order WHERE id > :after ORDER BY id LIMIT :most
            ) o
            LEFT JOIN t_pay_trade t FORCE INDEX (PRIMARY)
              ON t.channel = o.channel AND t.trade_no = o.channel_trade_no
            """)
        .param("after", after)
        .param("most", limit)
        .query((row, n) -> map(row, day.start()))
        .list();
  }

  // An order that has not ended has no success event, so its time of ending does not matter.
  private static AuditRow map(ResultSet row, Instant keptSince) throws SQLException {
    return new AuditRow(
        row.getLong("id"),
        Utc.instant(row, "created_at"),
        new AuditedOrder(
            row.getString("pay_no"),
            PayStatus.valueOf(row.getString("status")),
            row.getBoolean("has_trade"),
            !Utc.instant(row, "ended").isBefore(keptSince),
            row.getInt("succeeded")));
  }
}
