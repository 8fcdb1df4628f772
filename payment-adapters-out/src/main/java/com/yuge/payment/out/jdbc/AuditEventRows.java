package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditedEvent;
import com.yuge.payment.domain.audit.WaitingRow;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.RefundStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events with their order, payment and refund, and the events that wait for the broker. */
record AuditEventRows(JdbcClient jdbc) {
  // The payload's numbers are converted, because a comparison in another character set uses no
  // index.
  private static final String EVENTS =
      """
      SELECT e.id, e.created_at, e.event_id, e.tag, p.pay_no AS told_no, p.status AS told_status,
        p.version AS told_version, c.pay_no IS NOT NULL AS claimed, x.status AS refund_status,
        x.late_at IS NOT NULL AS refund_late, %s
      FROM (
        SELECT id, created_at, event_id, tag, aggregate_key,
          CONVERT(JSON_UNQUOTE(JSON_EXTRACT(payload, '$.channel')) USING ascii)
            COLLATE ascii_bin AS channel,
          CONVERT(JSON_UNQUOTE(COALESCE(JSON_EXTRACT(payload, '$.tradeNo'),
            JSON_EXTRACT(payload, '$.channelTradeNo'))) USING ascii) COLLATE ascii_bin AS trade_no,
          CONVERT(JSON_UNQUOTE(JSON_EXTRACT(payload, '$.refundNo')) USING ascii)
            COLLATE ascii_bin AS refund_no
        FROM t_outbox_event WHERE id > :after ORDER BY id LIMIT :most
      ) e
      LEFT JOIN t_pay_order p ON p.pay_no = e.aggregate_key
      LEFT JOIN t_pay_trade t FORCE INDEX (PRIMARY)
        ON t.channel = e.channel AND t.trade_no = e.trade_no
      LEFT JOIN t_pay_order o ON o.pay_no = t.pay_no
      LEFT JOIN t_pay_trade_claim c
        ON c.channel = e.channel AND c.trade_no = e.trade_no AND c.pay_no = e.aggregate_key
      LEFT JOIN t_pay_refund x ON x.refund_no = e.refund_no
      """
          .formatted(AuditTradeRow.COLUMNS);

  List<AuditRow> events(long after, int limit) {
    return jdbc.sql(EVENTS)
        .param("after", after)
        .param("most", limit)
        .query(AuditEventRows::event)
        .list();
  }

  private static AuditRow event(ResultSet row, int n) throws SQLException {
    String eventId = row.getString("event_id");
    return new AuditRow(
        row.getLong("id"),
        Utc.instant(row, "created_at"),
        new AuditedEvent(
            eventId,
            row.getString("tag"),
            version(eventId),
            order(row),
            AuditTradeRow.mapOrNull(row),
            row.getBoolean("claimed"),
            refund(row)));
  }

  /** Each version has at most one event, whose id ends with its number. */
  private static int version(String eventId) {
    return Integer.parseInt(eventId.substring(eventId.lastIndexOf('-') + 1));
  }

  private static AuditedEvent.@Nullable Order order(ResultSet row) throws SQLException {
    String status = row.getString("told_status");
    return status == null
        ? null
        : new AuditedEvent.Order(
            row.getString("told_no"), PayStatus.valueOf(status), row.getInt("told_version"));
  }

  private static AuditedEvent.@Nullable Refund refund(ResultSet row) throws SQLException {
    String status = row.getString("refund_status");
    return status == null
        ? null
        : new AuditedEvent.Refund(RefundStatus.valueOf(status), row.getBoolean("refund_late"));
  }

  /**
   * Returns the oldest waiting events of a partition; its last row has no event and is left out.
   */
  List<AuditRow> pending(int partition, int limit) {
    return jdbc.sql(
            """
            SELECT e.event_id, e.created_at, UTC_TIMESTAMP(6) AS now
            FROM (
              SELECT event_row_id FROM t_outbox_pending
              WHERE partition_no = :partition ORDER BY event_row_id LIMIT :most
            ) p
            JOIN t_outbox_event e ON e.id = p.event_row_id
            """)
        .param("partition", partition)
        .param("most", limit)
        .query(
            (row, n) ->
                new AuditRow(
                    partition,
                    Utc.instant(row, "created_at"),
                    new WaitingRow(
                        row.getString("event_id"),
                        partition,
                        Utc.instant(row, "created_at"),
                        Utc.instant(row, "now"))))
        .list();
  }
}
