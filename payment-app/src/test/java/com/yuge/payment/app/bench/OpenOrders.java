package com.yuge.payment.app.bench;

import com.yuge.payment.domain.shared.PayNo;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pay orders that wait for the channel's result, made in bulk; checked by nobody else. */
public final class OpenOrders {
  private static final String PREFIX = "PAY20261122130000456";
  private static final int CHUNK = 10_000;

  private static final String ORDERS =
      """
      INSERT INTO t_pay_order (pay_no, order_no, amount, currency, status, channel, version,
        expire_at, next_check_at, created_at, updated_at)
      SELECT CONCAT('%1$s', LPAD(n, 12, '0')), CONCAT('ORD', n), 99.90, 'CNY', 'PAYING', 'MOCK', 1,
        UTC_TIMESTAMP(6) + INTERVAL 1 DAY, UTC_TIMESTAMP(6) + INTERVAL 1 DAY,
        UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
      FROM (SELECT ? + o.d + 10 * t.d + 100 * h.d + 1000 * k.d AS n
        FROM bench_digit o, bench_digit t, bench_digit h, bench_digit k
        WHERE o.d + 10 * t.d + 100 * h.d + 1000 * k.d < ?
        ORDER BY n) numbered
      """
          .formatted(PREFIX);

  private final JdbcClient jdbc;

  public OpenOrders(DataSource pool) {
    this.jdbc = JdbcClient.create(pool);
  }

  /** Orders number 0 to {@code count} and no others. */
  public void load(int count) {
    jdbc.sql("TRUNCATE TABLE t_pay_order").update();
    jdbc.sql("TRUNCATE TABLE t_pay_trade").update();
    for (int from = 0; from < count; from += CHUNK) {
      int chunk = Math.min(CHUNK, count - from);
      int written = jdbc.sql(ORDERS).params(from, chunk).update();
      if (written != chunk) {
        throw new IllegalStateException("wrote " + written + " orders of " + chunk);
      }
    }
  }

  public static PayNo payNo(int number) {
    return new PayNo("%s%012d".formatted(PREFIX, number));
  }

  public static int number(String eventId) {
    return Integer.parseInt(eventId.substring(PREFIX.length(), PREFIX.length() + 12));
  }

  /** Of the events of their payments. */
  public static Set<String> eventIds(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> payNo(number).value() + "-2")
        .collect(Collectors.toSet());
  }
}
