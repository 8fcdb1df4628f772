package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.retention.AgedRecords.Trimmed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lines or the files of old statements. All rows of a statement are written at about the same
 * time, so any of them shows the age. The number of a row is the number of its statement.
 *
 * @param number the columns that order a statement's rows
 * @param most the most rows that one SQL statement removes
 */
record AgedStatementRows(JdbcClient jdbc, String table, String number, int most) {
  private static final String NEXT =
      """
      SELECT s.id, (
        SELECT r.created_at < UTC_TIMESTAMP(6) - INTERVAL :micros MICROSECOND
        FROM %s r FORCE INDEX (PRIMARY)
        WHERE r.statement_id = s.id LIMIT 1) AS old
      FROM t_statement s
      WHERE s.id > :after AND s.created_at < UTC_TIMESTAMP(6) - INTERVAL :micros MICROSECOND
      ORDER BY s.id LIMIT :most
      """;

  private static final String REMOVE =
      """
      DELETE FROM %1$s
      WHERE statement_id = :id AND created_at < UTC_TIMESTAMP(6) - INTERVAL :micros MICROSECOND
      ORDER BY statement_id, %2$s LIMIT :most
      """;

  static AgedStatementRows lines(JdbcClient jdbc) {
    return new AgedStatementRows(jdbc, "t_statement_line", "line_no", Integer.MAX_VALUE);
  }

  /** Each part of a file has 1 MiB, so one SQL statement removes only a few. */
  static AgedStatementRows files(JdbcClient jdbc) {
    return new AgedStatementRows(
        jdbc, "t_statement_chunk", "run, part_no", JdbcStatementFiles.MOST_REMOVED);
  }

  private record Aged(long id, boolean isOld) {
    static Aged map(ResultSet row, int n) throws SQLException {
      return new Aged(row.getLong("id"), row.getBoolean("old"));
    }
  }

  Trimmed trim(long after, Duration retention, int limit) {
    List<Aged> next = next(after, retention, limit);
    Optional<Aged> old = next.stream().filter(Aged::isOld).findFirst();
    if (old.isPresent()) {
      return remove(old.get().id(), retention, Math.min(limit, most));
    }
    long last = next.isEmpty() ? after : next.get(next.size() - 1).id();
    return new Trimmed(0, last, next.size() < limit);
  }

  // The next step continues with the same statement while it may have more rows.
  private Trimmed remove(long id, Duration retention, int limit) {
    int removed =
        jdbc.sql(REMOVE.formatted(table, number))
            .param("id", id)
            .param("micros", NumberedRows.micros(retention))
            .param("most", limit)
            .update();
    return new Trimmed(removed, removed == limit ? id - 1 : id, false);
  }

  private List<Aged> next(long after, Duration retention, int limit) {
    return jdbc.sql(NEXT.formatted(table))
        .param("micros", NumberedRows.micros(retention))
        .param("after", after)
        .param("most", limit)
        .query(Aged::map)
        .list();
  }
}
