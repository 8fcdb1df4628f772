package com.yuge.payment.out.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table t_outbox_published, which records when the broker acknowledged each event. An entry
 * holds ids of one batch that lie close together, so that an event's entry is near its id.
 */
final class PublicationLog {
  /** Ids further apart go into two entries: one event waited while many others were published. */
  private static final int GAP = 64;

  /** The most ids in an entry: with 19 digits each and commas, 8192 characters hold them. */
  private static final int RUN = 400;

  /** The last id of an entry is at most this far above any of its ids. */
  private static final long REACH = (long) GAP * RUN;

  private static final String INSERT =
      """
      INSERT INTO t_outbox_published (last_row, published_at, first_row, event_rows)
      VALUES (?, UTC_TIMESTAMP(6), ?, ?)
      """;

  private static final String FIND =
      """
      SELECT published_at FROM t_outbox_published
      WHERE last_row BETWEEN :row AND :row + :reach AND first_row <= :row
        AND JSON_CONTAINS(event_rows, CAST(:row AS CHAR))
      ORDER BY last_row LIMIT 1
      """;

  private final JdbcClient jdbc;

  PublicationLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Records that the broker has now acknowledged these events, given in ascending order. */
  void add(List<Long> rowIds) {
    int from = 0;
    for (int to = 1; to <= rowIds.size(); to++) {
      if (to == rowIds.size() || endsBefore(to, from, rowIds)) {
        add(rowIds.get(from), rowIds.get(to - 1), rowIds.subList(from, to));
        from = to;
      }
    }
  }

  private static boolean endsBefore(int next, int first, List<Long> rowIds) {
    return next - first == RUN || rowIds.get(next) - rowIds.get(next - 1) > GAP;
  }

  // An event that was put back into the list by hand already has an entry. The first entry counts.
  private void add(long first, long last, List<Long> run) {
    try {
      RowCounts.one(jdbc.sql(INSERT).params(last, first, json(run)).update());
    } catch (DuplicateKeyException publishedBefore) {
      addNew(run);
    }
  }

  private static String json(List<Long> run) {
    return run.toString().replace(" ", "");
  }

  /** Does the same for events of which some may already have an entry; their first entry counts. */
  void addNew(List<Long> rowIds) {
    add(rowIds.stream().filter(row -> of(row).isEmpty()).toList());
  }

  /** Returns when an event was first acknowledged; empty if it has not been. */
  Optional<Instant> of(long rowId) {
    return jdbc.sql(FIND)
        .param("row", rowId)
        .param("reach", REACH)
        .query((row, n) -> Utc.instant(row, "published_at"))
        .optional();
  }

  /**
   * Removes the entries that end after row {@code after} and not after row {@code last}. An entry
   * stays while the log still has an event between its first and last row. That event may belong to
   * another entry, but it is trimmed some day, too.
   */
  void forget(long after, long last) {
    NavigableSet<Long> logged = logged(after - REACH, last);
    List<Long> kept =
        ending(after, last).stream()
            .filter(run -> !logged.subSet(run.first(), true, run.last(), true).isEmpty())
            .map(Run::last)
            .toList();
    int unused =
        jdbc.sql(
                """
                DELETE FROM t_outbox_published
                WHERE last_row > :after AND last_row <= :last AND last_row NOT IN (:kept)
                """)
            .param("after", after)
            .param("last", last)
            .param("kept", NotInList.of(kept))
            .update();
  }

  private NavigableSet<Long> logged(long after, long last) {
    return new TreeSet<>(
        jdbc.sql("SELECT id FROM t_outbox_event WHERE id > ? AND id <= ?")
            .params(after, last)
            .query(Long.class)
            .list());
  }

  private List<Run> ending(long after, long last) {
    return jdbc.sql(
            """
            SELECT first_row, last_row FROM t_outbox_published WHERE last_row > ? AND last_row <= ?
            """)
        .params(after, last)
        .query((row, n) -> new Run(row.getLong("first_row"), row.getLong("last_row")))
        .list();
  }

  private record Run(long first, long last) {}
}
