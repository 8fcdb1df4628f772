package com.yuge.payment.out.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a table that are locked because their check is due. */
record ClaimedRows(String table, List<Long> ids) {
  // Not "id IN (...)": the optimizer may turn it into a scan, which waits for all other writers.
  private static final String HOLD =
      """
      UPDATE JSON_TABLE(:ids, '$[*]' COLUMNS (id BIGINT PATH '$')) h
      STRAIGHT_JOIN %s r FORCE INDEX (PRIMARY) ON r.id = h.id
      SET r.next_check_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
      """;

  /** Postpones their check, so that nobody else claims them meanwhile. */
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

  static long micros(Duration duration) {
    return TimeUnit.MICROSECONDS.convert(duration);
  }
}
