package com.yuge.payment.out.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a table by their numbers. */
record NumberedRows(String table, List<Long> ids) {
  // Not "id IN (...)", and with a forced index: the optimizer would scan a small table and wait for
  // all other writers.
  private static final String HOLD =
      """
      UPDATE JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) h
      STRAIGHT_JOIN %s r FORCE INDEX (PRIMARY) ON r.id = h.id
      SET r.next_check_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
      """;

  private static final String REMOVE =
      """
      DELETE r FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) h
      STRAIGHT_JOIN %s r FORCE INDEX (PRIMARY) ON r.id = h.id
      """;

  /** Postpones the check of rows that are locked, so that nobody else claims them meanwhile. */
  void hold(JdbcClient jdbc, Duration hold) {
    if (ids.isEmpty()) {
      return;
    }
    int rows =
        jdbc.sql(HOLD.formatted(table))
            .param("ids", ids.toString())
            .param("micros", micros(hold))
            .update();
    RowCounts.all(ids.size(), rows);
  }

  /** Removes the rows; returns how many were removed. */
  int remove(JdbcClient jdbc) {
    return ids.isEmpty()
        ? 0
        : jdbc.sql(REMOVE.formatted(table)).param("ids", ids.toString()).update();
  }

  static long micros(Duration duration) {
    return TimeUnit.MICROSECONDS.convert(duration);
  }
}
