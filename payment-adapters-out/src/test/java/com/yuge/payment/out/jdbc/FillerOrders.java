package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.PayNo;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of the previous version by the thousand: a quarter each SUCCESS, CLOSED, PAYING, INIT. */
final class FillerOrders {
  private FillerOrders() {}

  static PayNo payNo(int number) {
    return new PayNo(String.format("PAY%029d", number));
  }

  /** At most 65536; numbered on from {@code first}. */
  static void add(JdbcClient jdbc, int first, int count) {
    int unused =
        jdbc.sql(
                """
                INSERT INTO t_pay_order (pay_no, order_no, amount, status, channel,
                  channel_trade_no, paid_at, version, expire_at, next_check_at, created_at, updated_at)
                SELECT CONCAT('PAY', LPAD(n, 29, '0')), CONCAT('FILLER-', n), 1,
                  ELT(1 + n MOD 4, 'SUCCESS', 'CLOSED', 'PAYING', 'INIT'), 'MOCK',
                  IF(n MOD 4 = 0, CONCAT('FILLER-', n), NULL), IF(n MOD 4 = 0, NOW(), NULL), 1,
                  NOW(), NOW() + INTERVAL 1 DAY, NOW(), NOW()
                FROM (
                  SELECT :first + a.partition_no + 16 * b.partition_no + 256 * c.partition_no
                    + 4096 * d.partition_no AS n
                  FROM t_outbox_partition a JOIN t_outbox_partition b
                  JOIN t_outbox_partition c JOIN t_outbox_partition d
                ) numbers
                WHERE n < :first + :count
                """)
            .param("first", first)
            .param("count", count)
            .update();
  }
}
