package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.operations.EventLog;
import com.yuge.payment.domain.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link EventLog} in t_outbox_event. */
final class JdbcEventLog implements EventLog {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final PublicationLog publications;

  JdbcEventLog(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.publications = new PublicationLog(jdbc);
  }

  private record Aged(long row, boolean isOld) {
    static Aged map(ResultSet row, int n) throws SQLException {
      return new Aged(row.getLong("id"), row.getBoolean("old"));
    }
  }

  // The clock of an instance may be wrong. An event with a wrong date is skipped, and the round
  // ends only when a whole chunk is young.
  @Override
  public Trimmed trim(long afterRow, Duration retention, int limit) {
    return transactions.call(
        () -> {
          List<Aged> next = next(afterRow, retention, limit);
          List<Long> old = rows(next, true);
          boolean end = old.isEmpty() || next.size() < limit;
          if (old.isEmpty()) {
            return new Trimmed(0, afterRow, end);
          }
          long last = old.get(old.size() - 1);
          return new Trimmed(remove(afterRow, last, rows(next, false)), last, end);
        });
  }

  private static List<Long> rows(List<Aged> next, boolean old) {
    return next.stream().filter(event -> event.isOld() == old).map(Aged::row).toList();
  }

  // The age is not in the WHERE clause: without any old event, the query would read the whole log.
  private List<Aged> next(long afterRow, Duration retention, int limit) {
    return jdbc.sql(
            """
            SELECT id, created_at < UTC_TIMESTAMP(6) - INTERVAL :micros MICROSECOND AS old
            FROM t_outbox_event WHERE id > :after ORDER BY id LIMIT :most
            """)
        .param("micros", TimeUnit.MICROSECONDS.convert(retention))
        .param("after", afterRow)
        .param("most", limit)
        .query(Aged::map)
        .list();
  }

  // A replay locks an event before it lists it. So all events are locked first. A later statement
  // then sees every event that a committed replay has listed.
  private int remove(long after, long last, List<Long> young) {
    lock(after, last);
    List<Long> kept =
        Stream.concat(
                young.stream().filter(row -> row < last),
                Stream.of("t_outbox_pending", "t_outbox_replay")
                    .flatMap(list -> listed(list, after, last).stream()))
            .toList();
    int removed =
        jdbc.sql(
                """
                DELETE FROM t_outbox_event WHERE id > :after AND id <= :last AND id NOT IN (:kept)
                """)
            .param("after", after)
            .param("last", last)
            .param("kept", NotInList.of(kept))
            .update();
    publications.forget(after, last);
    return removed;
  }

  private void lock(long after, long last) {
    List<Long> unused =
        jdbc.sql("SELECT id FROM t_outbox_event WHERE id > ? AND id <= ? ORDER BY id FOR UPDATE")
            .params(after, last)
            .query(Long.class)
            .list();
  }

  private List<Long> listed(String list, long after, long last) {
    return jdbc.sql(
            """
            SELECT e.id FROM t_outbox_event e STRAIGHT_JOIN %s p
              ON p.partition_no = e.partition_no AND p.event_row_id = e.id
            WHERE e.id > ? AND e.id <= ?
            """
                .formatted(list))
        .params(after, last)
        .query(Long.class)
        .list();
  }
}
