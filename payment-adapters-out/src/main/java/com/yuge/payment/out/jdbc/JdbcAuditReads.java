package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditChunk;
import com.yuge.payment.domain.audit.AuditDay;
import com.yuge.payment.domain.audit.AuditFact;
import com.yuge.payment.domain.audit.AuditReads;
import com.yuge.payment.domain.audit.AuditWalk;
import com.yuge.payment.domain.audit.AuditedCallback;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link AuditReads}; each statement reads a limited range of a key. Data that belongs together is
 * read by one statement, which sees one moment. So a payment that is made meanwhile never looks
 * half done.
 */
final class JdbcAuditReads implements AuditReads {
  private final JdbcClient jdbc;
  private final AuditOrderRows orders;
  private final AuditMoneyRows money;
  private final AuditEventRows events;

  JdbcAuditReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.orders = new AuditOrderRows(jdbc);
    this.money = new AuditMoneyRows(jdbc);
    this.events = new AuditEventRows(jdbc);
  }

  @Override
  public AuditChunk read(AuditWalk walk, AuditDay day, long after, int limit) {
    return StoreErrors.ask(
        () ->
            switch (walk) {
              case ORDERS -> WalkedRow.chunk(orders.read(day, after, limit), day, after, limit);
              case TRADES -> WalkedRow.chunk(money.trades(after, limit), day, after, limit);
              case REFUNDS -> WalkedRow.chunk(money.refunds(after, limit), day, after, limit);
              case EVENTS -> WalkedRow.chunk(events.events(after, limit), day, after, limit);
              case CALLBACKS -> WalkedRow.chunk(callbacks(after, limit), day, after, limit);
              case PENDING -> pending(after, limit);
              case LIMITS_CLEARED,
                  LIMITS_BEGUN,
                  LIMITS_ORDERS,
                  LIMITS_TRADES,
                  LIMITS_COMPARED,
                  LIMITS_ORDERS_AGAIN,
                  LIMITS_TRADES_AGAIN,
                  LIMITS_COMPARED_AGAIN ->
                  throw new IllegalArgumentException("LimitSums walks " + walk);
            });
  }

  private List<AuditRow> callbacks(long after, int limit) {
    return jdbc.sql(
            """
            SELECT c.id, c.created_at, c.pay_no, c.reason, o.status,
              EXISTS (SELECT 1 FROM t_pay_refund r WHERE r.pay_no = c.pay_no) AS refunds
            FROM (
              SELECT id, created_at, pay_no, reason
              FROM t_pay_callback_log FORCE INDEX (idx_pay_callback_log_result)
              WHERE process_result = 'PROCESSED' AND id > :after ORDER BY id LIMIT :most
            ) c
            LEFT JOIN t_pay_order o ON o.pay_no = c.pay_no
            """)
        .param("after", after)
        .param("most", limit)
        .query(JdbcAuditReads::callback)
        .list();
  }

  private static AuditRow callback(ResultSet row, int n) throws SQLException {
    return new AuditRow(
        row.getLong("id"),
        Utc.instant(row, "created_at"),
        new AuditedCallback(
            row.getLong("id"),
            row.getString("pay_no"),
            row.getString("reason"),
            AuditTradeRow.status(row.getString("status")),
            row.getBoolean("refunds")));
  }

  // Each partition is one chunk.
  private AuditChunk pending(long after, int limit) {
    Optional<Integer> partition =
        jdbc.sql(
                """
                SELECT partition_no FROM t_outbox_partition
                WHERE partition_no > ? ORDER BY partition_no LIMIT 1
                """)
            .param(after)
            .query(Integer.class)
            .optional();
    return partition
        .map(no -> new AuditChunk(facts(events.pending(no, limit)), no, false))
        .orElseGet(() -> new AuditChunk(List.of(), after, true));
  }

  private static List<AuditFact> facts(List<AuditRow> rows) {
    return rows.stream().map(AuditRow::fact).toList();
  }

  @Override
  public long before(AuditWalk walk, Instant moment) {
    return StoreErrors.ask(
        () ->
            switch (walk) {
              case ORDERS -> rows("t_pay_order", "PRIMARY", "created_at").before(moment);
              case TRADES -> rows("t_pay_trade", "uk_pay_trade_id", "received_at").before(moment);
              case REFUNDS -> rows("t_pay_refund", "PRIMARY", "created_at").before(moment);
              case EVENTS -> rows("t_outbox_event", "PRIMARY", "created_at").before(moment);
              case CALLBACKS -> rows("t_pay_callback_log", "PRIMARY", "created_at").before(moment);
              case PENDING -> -1L;
              case LIMITS_CLEARED,
                  LIMITS_BEGUN,
                  LIMITS_ORDERS,
                  LIMITS_TRADES,
                  LIMITS_COMPARED,
                  LIMITS_ORDERS_AGAIN,
                  LIMITS_TRADES_AGAIN,
                  LIMITS_COMPARED_AGAIN ->
                  0L;
            });
  }

  private RowsInTime rows(String table, String key, String time) {
    return new RowsInTime(jdbc, table, key, time);
  }
}
