package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.operations.ReplayRange;
import com.yuge.payment.domain.outbox.operations.ReplayRequests;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link ReplayRequests} in t_outbox_replay. */
final class JdbcReplayRequests implements ReplayRequests {
  // Locks first, then reads in a second statement. This excludes the trimming of the log at the
  // same time, and an event that was already trimmed is not found.
  private static final String LOCK =
      """
      SELECT e.id FROM (%s) h STRAIGHT_JOIN t_outbox_event e ON e.id = h.id FOR UPDATE
      """;

  private static final String ADD =
      """
      INSERT INTO t_outbox_replay (partition_no, event_row_id, aggregate_key, requested_at)
      SELECT e.partition_no, e.id, e.aggregate_key, UTC_TIMESTAMP(6)
      FROM (%s) h STRAIGHT_JOIN t_outbox_event e ON e.id = h.id
      LEFT JOIN t_outbox_pending p ON p.partition_no = e.partition_no AND p.event_row_id = e.id
      LEFT JOIN t_outbox_replay r ON r.partition_no = e.partition_no AND r.event_row_id = e.id
      WHERE p.event_row_id IS NULL AND r.event_row_id IS NULL
      """;

  private final JdbcClient jdbc;

  JdbcReplayRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Logged(long row, String tag, Instant at) {
    static Logged map(ResultSet row, int n) throws SQLException {
      return new Logged(row.getLong("id"), row.getString("tag"), Utc.instant(row, "created_at"));
    }
  }

  @Override
  public int add(AggregateKey key) {
    return add(
        jdbc.sql("SELECT id FROM t_outbox_event WHERE aggregate_key = ? ORDER BY id")
            .param(key.value())
            .query(Long.class)
            .list());
  }

  @Override
  public int add(EventId eventId) {
    return add(
        jdbc.sql("SELECT id FROM t_outbox_event WHERE event_id = ?")
            .param(eventId.value())
            .query(Long.class)
            .list());
  }

  @Override
  public Progress add(ReplayRange range, long afterRow, int limit) {
    List<Logged> next = after(afterRow, limit);
    List<Long> found =
        next.stream()
            .filter(event -> range.contains(event.tag(), event.at()))
            .map(Logged::row)
            .toList();
    Instant surelyAfter = range.to().plus(RowsInTime.DISORDER);
    boolean end =
        next.size() < limit || next.stream().anyMatch(event -> event.at().isAfter(surelyAfter));
    long lastRow = next.isEmpty() ? afterRow : next.get(next.size() - 1).row();
    return new Progress(add(found), lastRow, end);
  }

  private List<Logged> after(long row, int limit) {
    return jdbc.sql(
            """
            SELECT id, tag, created_at FROM t_outbox_event WHERE id > ? ORDER BY id LIMIT ?
            """)
        .params(row, limit)
        .query(Logged::map)
        .list();
  }

  private int add(List<Long> rows) {
    JdbcTransactions.require("asking for a replay");
    List<Long> locked = rows.isEmpty() ? List.of() : lock(rows);
    return locked.isEmpty()
        ? 0
        : jdbc.sql(ADD.formatted(ids(locked))).params(new ArrayList<>(locked)).update();
  }

  private List<Long> lock(List<Long> rows) {
    return jdbc.sql(LOCK.formatted(ids(rows)))
        .params(new ArrayList<>(rows))
        .query(Long.class)
        .list();
  }

  private static String ids(List<Long> rows) {
    return String.join("\nUNION ALL ", Collections.nCopies(rows.size(), "SELECT ? AS id"));
  }

  @Override
  public long rowBefore(Instant moment) {
    return new RowsInTime(jdbc, "t_outbox_event", "PRIMARY", "created_at").before(moment);
  }
}
