package com.yuge.payment.app.e2e;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that are being paid and due to be checked, made in bulk. */
public final class ManyDueOrders {
  // Sixteen partitions to the fourth power are numbers enough, on any database.
  private static final String ADD =
      """
      INSERT INTO t_pay_order (pay_no, order_no, amount, status, channel, version, expire_at,
        next_check_at, created_at, updated_at)
      SELECT CONCAT('PAY', LPAD(n, 29, '0')), CONCAT('DUE-', n), 1, 'PAYING', 'MOCK', 1,
        UTC_TIMESTAMP(6) + INTERVAL 1 DAY, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
      FROM (SELECT a.partition_no + 16 * b.partition_no + 256 * c.partition_no
              + 4096 * d.partition_no AS n
            FROM t_outbox_partition a, t_outbox_partition b, t_outbox_partition c,
              t_outbox_partition d) numbers
      WHERE n < ?
      """;

  private final JdbcClient jdbc;

  public ManyDueOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** So many, from one moment on; returns their pay numbers. */
  public List<String> add(int count) {
    int added = jdbc.sql(ADD).param(count).update();
    if (added != count) {
      throw new IllegalStateException("added " + added + " orders of " + count);
    }
    return jdbc.sql("SELECT pay_no FROM t_pay_order").query(String.class).list();
  }

  public int checksOnRecord() {
    return jdbc.sql("SELECT COUNT(*) FROM t_pay_reconcile_audit").query(Integer.class).single();
  }

  public int ordersChecked() {
    return jdbc.sql(
            "SELECT COUNT(DISTINCT pay_no) FROM t_pay_reconcile_audit WHERE action = 'QUERY'")
        .query(Integer.class)
        .single();
  }
}
