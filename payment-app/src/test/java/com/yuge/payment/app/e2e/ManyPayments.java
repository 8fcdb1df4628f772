package com.yuge.payment.app.e2e;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Paid orders of 1.00 at MOCK in the course of a day, made in bulk, and refunds of some. */
public record ManyPayments(JdbcClient jdbc, LocalDate day) {
  public static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

  /** As many as one statement inserts. */
  private static final int CHUNK = 65_536;

  // Sixteen partitions to the fourth power are numbers enough, on any database.
  private static final String NUMBERS =
      """
      FROM (SELECT :first + a.partition_no + 16 * b.partition_no + 256 * c.partition_no
              + 4096 * d.partition_no AS n
            FROM t_outbox_partition a, t_outbox_partition b, t_outbox_partition c,
              t_outbox_partition d) numbers
      WHERE n < :count ORDER BY n
      """;

  private static final String ORDERS =
      """
      INSERT INTO t_pay_order (pay_no, order_no, amount, status, channel, version, expire_at,
        created_at, updated_at)
      SELECT CONCAT('PAY', LPAD(n, 29, '0')), CONCAT('MANY-', n), 1, 'SUCCESS', 'MOCK', 1,
        :day, :day, :day
      """
          + NUMBERS;

  private static final String TRADES =
      """
      INSERT INTO t_pay_trade (channel, trade_no, pay_no, kind, amount, currency, paid_at,
        received_at)
      SELECT 'MOCK', CONCAT('MOCK_', n), CONCAT('PAY', LPAD(n, 29, '0')), 'SETTLED', 1, 'CNY',
        :day + INTERVAL (n DIV 13) SECOND, :day + INTERVAL (n DIV 13) SECOND
      """
          + NUMBERS;

  private static final String REFUNDS =
      """
      INSERT INTO t_pay_refund (refund_no, refund_order_no, pay_no, channel, trade_no, amount,
        base_amount, currency, reason, origin, requested_by, status, accepted_at, refunded_at,
        created_at, updated_at)
      SELECT CONCAT('REF', LPAD(n, 29, '0')), CONCAT('MANY-', n), CONCAT('PAY', LPAD(n, 29, '0')),
        'MOCK', CONCAT('MOCK_', n), 0.5, 1, 'CNY', 'test', 'CALLER', 'test', 'SUCCESS', :day, :day,
        :day, :day
      """
          + NUMBERS;

  /** The latest day with a statement, and two later ones beside it. */
  public static LocalDate latestComparable() {
    // The statement of a day is there from 01:00 of the next one.
    return LocalDateTime.now(SHOP).minusHours(1).toLocalDate().minusDays(3);
  }

  public static String payNo(int number) {
    return "PAY%029d".formatted(number);
  }

  public static String tradeNo(int number) {
    return "MOCK_" + number;
  }

  public static String refundNo(int number) {
    return "REF%029d".formatted(number);
  }

  /** Adds payments of the numbers from 0, of which the first ones are refunded in part. */
  public void add(int payments, int refunds) {
    add(ORDERS, payments);
    add(TRADES, payments);
    add(REFUNDS, refunds);
  }

  private void add(String sql, int count) {
    LocalDateTime begin =
        day.atStartOfDay(SHOP).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    for (int first = 0; first < count; first += CHUNK) {
      int unused =
          jdbc.sql(sql).param("first", first).param("count", count).param("day", begin).update();
    }
  }
}
