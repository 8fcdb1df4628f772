package com.yuge.payment.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 20480 finished orders with a callback, a step and an event each, the first 5000 events still
 * pending.
 */
final class ManyRows {
  private static final String KEY = "CONCAT('PAY', LPAD(n, 29, '0'))";

  // Sixteen partitions to the fourth power are numbers enough, on any database.
  private static final String NUMBERS =
      """
      (SELECT a.partition_no + 16 * b.partition_no + 256 * c.partition_no + 4096 * d.partition_no AS n
       FROM t_outbox_partition a JOIN t_outbox_partition b JOIN t_outbox_partition c
       JOIN t_outbox_partition d WHERE d.partition_no < 5) numbers
      """;

  private static final JdbcClient JDBC = TestDatabase.jdbc();

  private ManyRows() {}

  /** Fills the tables and lets the database count them. */
  static void add() {
    OutboxTables.clear();
    insert(
        """
        INSERT INTO t_pay_order (pay_no, order_no, amount, status, channel, version, expire_at,
          created_at, updated_at)
        SELECT %s, CONCAT('MANY-', n), 1, 'SUCCESS', 'MOCK', 1, NOW(), NOW(), NOW() FROM %s
        """);
    insert(
        """
        INSERT INTO t_pay_callback_log (pay_no, channel, callback_id, raw_payload, signature_valid,
          process_result, reason, created_at)
        SELECT %s, 'MOCK', LPAD(n, 32, '0'), '{}', 1, 'PROCESSED', 'MANY', NOW() FROM %s
        """);
    insert(
        """
        INSERT INTO t_pay_reconcile_audit (pay_no, action, before_status, after_status,
          query_result, detail, created_at)
        SELECT %s, 'QUERY', 'PAYING', 'SUCCESS', 'MANY', '', NOW() FROM %s
        """);
    insert(
        """
        INSERT INTO t_outbox_event (aggregate_key, event_id, partition_no, tag, payload, headers,
          created_at)
        SELECT %1$s, CONCAT(%1$s, '-2'), n MOD 16, 'MANY', '{}', '{}', NOW() FROM %2$s
        """);
    update(
        """
        INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
        SELECT partition_no, id, aggregate_key FROM t_outbox_event ORDER BY id LIMIT 5000
        """);
    update(
        """
        INSERT INTO t_outbox_published (last_row, published_at, first_row, event_rows)
        SELECT id, created_at, id, CONCAT('[', id, ']') FROM t_outbox_event ORDER BY id DESC LIMIT 15480
        """);
    update(
        """
        INSERT INTO t_outbox_replay (partition_no, event_row_id, aggregate_key, requested_at)
        SELECT partition_no, id, aggregate_key, NOW() FROM t_outbox_event
        ORDER BY id DESC LIMIT 5000
        """);
    update(
        """
        INSERT INTO t_outbox_blocked (aggregate_key, attempts, last_error, blocked_at)
        SELECT aggregate_key, 3, 'MANY', NOW() FROM t_outbox_event ORDER BY id LIMIT 1000
        """);
    analyze();
  }

  /** Leaves the tables to the other tests as they were. */
  static void remove() {
    OutboxTables.clear();
    update("DELETE FROM t_pay_callback_log WHERE reason = 'MANY'");
    update("DELETE FROM t_pay_reconcile_audit WHERE query_result = 'MANY'");
    update("DELETE FROM t_pay_order WHERE order_no LIKE 'MANY-%'");
    analyze();
  }

  private static void analyze() {
    var unused =
        JDBC.sql(
                """
                ANALYZE TABLE t_pay_order, t_pay_callback_log, t_pay_reconcile_audit, t_outbox_event,
                t_outbox_pending, t_outbox_replay, t_outbox_blocked, t_outbox_published
                """)
            .query()
            .listOfRows();
  }

  private static void insert(String sql) {
    update(sql.formatted(KEY, NUMBERS));
  }

  private static void update(String sql) {
    int unused = JDBC.sql(sql).update();
  }
}
