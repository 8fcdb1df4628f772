package com.yuge.payment.app.bench;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pay orders that have ended, made in bulk; their channels are asked about them no more. */
final class FinishedOrders {
  private static final int CHUNK = 10_000;

  private static final String ORDERS =
      """
      INSERT INTO t_pay_order (pay_no, order_no, amount, status, channel, version, expire_at,
        ended_at, created_at, updated_at)
      SELECT CONCAT('PAY20261121130000456', LPAD(n, 12, '0')), CONCAT('END', n), 99.90,
        ELT(1 + MOD(n, 3), 'SUCCESS', 'FAILED', 'CLOSED'), 'MOCK', 2,
        UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
      FROM (SELECT ? + o.d + 10 * t.d + 100 * h.d + 1000 * k.d AS n
        FROM bench_digit o, bench_digit t, bench_digit h, bench_digit k
        WHERE o.d + 10 * t.d + 100 * h.d + 1000 * k.d < ?
        ORDER BY n) numbered
      """;

  private final JdbcClient jdbc;
  private int count;

  FinishedOrders(DataSource pool) {
    this.jdbc = JdbcClient.create(pool);
  }

  /** As many more as it takes to have so many. */
  void growTo(int wanted) {
    while (count < wanted) {
      int chunk = Math.min(CHUNK, wanted - count);
      int written = jdbc.sql(ORDERS).params(count, chunk).update();
      if (written != chunk) {
        throw new IllegalStateException("wrote " + written + " orders of " + chunk);
      }
      count += chunk;
    }
    var unused = jdbc.sql("ANALYZE TABLE t_pay_order").query().listOfRows();
  }

  void clear() {
    jdbc.sql("TRUNCATE TABLE t_pay_order").update();
    count = 0;
  }
}
