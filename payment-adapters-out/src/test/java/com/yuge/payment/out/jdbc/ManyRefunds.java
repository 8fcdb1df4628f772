package com.yuge.payment.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refunds by the thousand, four for each order. Of a hundred, 96 have succeeded, 2 have failed, one
 * is due and one is abnormal.
 */
final class ManyRefunds {
  /** The plans must stay the same however many there are. */
  private static final int COUNT = Integer.getInteger("test.refunds", 20_480);

  /** So many take less time than any statement may. */
  private static final int CHUNK = 20_480;

  private static final String ADD =
      """
      INSERT INTO t_pay_refund (refund_no, refund_order_no, pay_no, channel, trade_no,
        amount, base_amount, currency, reason, origin, requested_by, status,
        fail_code, refunded_at, next_check_at, created_at, updated_at)
      SELECT CONCAT('REF', LPAD(n, 29, '0')), CONCAT('MANY-', n),
        CONCAT('PAY', LPAD(n DIV 4, 29, '0')), 'MOCK', CONCAT('T', n), 1, 4, 'CNY',
        'many', 'CALLER', 'test',
        CASE n MOD 100 WHEN 0 THEN 'REFUNDING' WHEN 1 THEN 'ABNORMAL'
          WHEN 2 THEN 'FAILED' WHEN 3 THEN 'FAILED' ELSE 'SUCCESS' END,
        IF(n MOD 100 IN (2, 3), 'CLOSED', NULL),
        IF(n MOD 100 > 3, UTC_TIMESTAMP(6), NULL),
        IF(n MOD 100 = 0, UTC_TIMESTAMP(6) - INTERVAL n SECOND, NULL),
        UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
      FROM (
        SELECT :first + a.partition_no + 16 * b.partition_no + 256 * c.partition_no
          + 4096 * d.partition_no AS n
        FROM t_outbox_partition a JOIN t_outbox_partition b JOIN t_outbox_partition c
        JOIN t_outbox_partition d
      ) numbers
      WHERE n < :first + :count
      """;

  private static final String REMOVE =
      "DELETE FROM t_pay_refund WHERE refund_order_no LIKE 'MANY-%' LIMIT ?";

  private static final JdbcClient JDBC = TestDatabase.jdbc();

  private ManyRefunds() {}

  /** Fills the table and lets the database count it. */
  static void add() {
    for (int first = 0; first < COUNT; first += CHUNK) {
      add(first, Math.min(CHUNK, COUNT - first));
    }
    analyze();
  }

  private static void add(int first, int count) {
    int rows = JDBC.sql(ADD).param("first", first).param("count", count).update();
    if (rows != count) {
      throw new IllegalStateException(rows + " refunds in place of " + count);
    }
  }

  /** Leaves the table to the other tests as it was. */
  static void remove() {
    int rows;
    do {
      rows = JDBC.sql(REMOVE).param(CHUNK).update();
    } while (rows == CHUNK);
    analyze();
  }

  private static void analyze() {
    var unused = JDBC.sql("ANALYZE TABLE t_pay_refund").query().listOfRows();
  }
}
