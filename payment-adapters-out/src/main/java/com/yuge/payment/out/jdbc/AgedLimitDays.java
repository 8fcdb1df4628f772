package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.retention.AgedRecords.Trimmed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Removes old days of t_limit_use, chunk by chunk; a day stays while an open order counts on it.
 */
final class AgedLimitDays {
  // MIN reads one index entry. With ORDER BY, the database might read all rows from the oldest day
  // on.
  private static final String NEXT =
      """
      SELECT MIN(day) FROM t_limit_use
      WHERE day > :after AND day < DATE(UTC_TIMESTAMP() - INTERVAL :micros MICROSECOND)
      """;

  // The retention is longer than any order can be paid, so an open order of the day has expired.
  private static final String COUNTED =
      """
      SELECT EXISTS (
        SELECT 1 FROM t_pay_order FORCE INDEX (idx_pay_order_expiry)
        WHERE status = 'PAYING' AND expire_at < UTC_TIMESTAMP(6) AND limit_day = :day)
      """;

  // Joined by key, because a scan would wait for payments that count against today's limits.
  private static final String REMOVE =
      """
      DELETE u FROM (
        SELECT scope, subject, shard FROM t_limit_use FORCE INDEX (PRIMARY)
        WHERE day = :day ORDER BY scope, subject, shard LIMIT :most) old
      STRAIGHT_JOIN t_limit_use u FORCE INDEX (PRIMARY)
        ON u.day = :day AND u.scope = old.scope AND u.subject = old.subject AND u.shard = old.shard
      """;

  private final JdbcClient jdbc;

  AgedLimitDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of a row is the number of its day. */
  Trimmed trim(long afterDay, Duration retention, int limit) {
    return next(afterDay, retention)
        .map(day -> trim(day, limit))
        .orElseGet(() -> new Trimmed(0, afterDay, true));
  }

  private Trimmed trim(LocalDate day, int limit) {
    int removed = isCounted(day) ? 0 : remove(day, limit);
    return new Trimmed(removed, day.toEpochDay() - (removed == limit ? 1 : 0), false);
  }

  private Optional<LocalDate> next(long afterDay, Duration retention) {
    return jdbc.sql(NEXT)
        .param("after", LocalDate.ofEpochDay(afterDay))
        .param("micros", NumberedRows.micros(retention))
        .query(LocalDate.class)
        .optional();
  }

  private boolean isCounted(LocalDate day) {
    return jdbc.sql(COUNTED).param("day", day).query(Boolean.class).single();
  }

  private int remove(LocalDate day, int limit) {
    return jdbc.sql(REMOVE).param("day", day).param("most", limit).update();
  }
}
