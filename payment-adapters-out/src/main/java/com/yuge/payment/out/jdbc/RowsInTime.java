package com.yuge.payment.out.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds rows by time, although times have no index, because it would slow down every payment. The
 * rows are almost in time order, so a binary search works.
 *
 * @param key the index of the row numbers
 */
record RowsInTime(JdbcClient jdbc, String table, String key, String time) {
  /** The maximum disorder of times and row numbers: clocks differ, and commits take time. */
  static final Duration DISORDER = Duration.ofMinutes(5);

  private record Row(long id, Instant at) {}

  /** Returns the number of a row that is surely older; 0 if there is none. */
  long before(Instant moment) {
    Instant surelyBefore = moment.minus(DISORDER);
    long older = 0;
    long younger =
        jdbc.sql("SELECT COALESCE(MAX(id), 0) + 1 FROM " + table).query(Long.class).single();
    while (younger - older > 1) {
      long middle = older + (younger - older) / 2;
      Optional<Row> next = after(middle - 1);
      if (next.filter(row -> row.at().isBefore(surelyBefore)).isPresent()) {
        older = next.get().id();
      } else {
        younger = middle;
      }
    }
    return older;
  }

  private Optional<Row> after(long id) {
    return jdbc.sql(
            """
            SELECT id, %s AS at FROM %s FORCE INDEX (%s) WHERE id > ? ORDER BY id LIMIT 1
            """
                .formatted(time, table, key))
        .param(id)
        .query((row, n) -> new Row(row.getLong("id"), Utc.instant(row, "at")))
        .optional();
  }
}
