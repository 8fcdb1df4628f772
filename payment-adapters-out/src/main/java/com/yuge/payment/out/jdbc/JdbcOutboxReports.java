package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.operations.BlockedAggregate;
import com.yuge.payment.domain.outbox.operations.OutboxReports;
import com.yuge.payment.domain.outbox.operations.OutboxState;
import com.yuge.payment.domain.outbox.operations.WaitingEvent;
import com.yuge.payment.domain.shared.AggregateKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link OutboxReports}; every statement reads by key or has a row limit. */
final class JdbcOutboxReports implements OutboxReports {
  private static final String HEAD =
      """
      (SELECT p.event_row_id AS id FROM t_outbox_pending p
       LEFT JOIN t_outbox_blocked b ON b.aggregate_key = p.aggregate_key
       WHERE p.partition_no = ? AND p.event_row_id < 9223372036854775807
         AND b.aggregate_key IS NULL ORDER BY p.event_row_id LIMIT 1)""";

  private static final String OLDEST =
      """
      SELECT e.created_at FROM (%s) h STRAIGHT_JOIN t_outbox_event e ON e.id = h.id
      """;

  private final JdbcClient jdbc;

  JdbcOutboxReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Counts(int pending, int blocked, int replays, boolean paused) {
    static Counts map(ResultSet row, int n) throws SQLException {
      return new Counts(
          row.getInt("pending"),
          row.getInt("blocked"),
          row.getInt("replays"),
          row.getBoolean("paused"));
    }
  }

  @Override
  public OutboxState state(int limit) {
    return StoreErrors.ask(
        () -> {
          Counts counts = counts(limit);
          return new OutboxState(
              counts.pending(),
              oldest(partitions()),
              counts.blocked(),
              counts.replays(),
              counts.paused(),
              owners());
        });
  }

  private Counts counts(int limit) {
    return jdbc.sql(
            """
            SELECT
              (SELECT COUNT(*) FROM (SELECT 1 FROM t_outbox_pending
                WHERE event_row_id < 9223372036854775807 LIMIT :most) p) AS pending,
              (SELECT COUNT(*) FROM (SELECT 1 FROM t_outbox_blocked LIMIT :most) b) AS blocked,
              (SELECT COUNT(*) FROM (SELECT 1 FROM t_outbox_replay LIMIT :most) r) AS replays,
              paused
            FROM t_outbox_control WHERE id = 1
            """)
        .param("most", limit)
        .query(Counts::map)
        .single();
  }

  // Reads the head of each partition by key; the oldest event is one of these.
  private Optional<Instant> oldest(List<Integer> partitions) {
    String heads = String.join("\nUNION ALL ", Collections.nCopies(partitions.size(), HEAD));
    return jdbc
        .sql(OLDEST.formatted(heads))
        .params(List.copyOf(partitions))
        .query((row, n) -> Utc.instant(row, "created_at"))
        .list()
        .stream()
        .min(Instant::compareTo);
  }

  private List<Integer> partitions() {
    return jdbc.sql("SELECT partition_no FROM t_outbox_partition").query(Integer.class).list();
  }

  private Map<String, Integer> owners() {
    Map<String, Integer> owners = new TreeMap<>();
    jdbc.sql("SELECT owner FROM t_outbox_partition WHERE lease_until >= UTC_TIMESTAMP(6)")
        .query(String.class)
        .list()
        .forEach(owner -> owners.merge(owner, 1, Integer::sum));
    return owners;
  }

  @Override
  public List<BlockedAggregate> blocked(String after, int limit) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(
                    """
                    SELECT aggregate_key, attempts, last_error, blocked_at FROM t_outbox_blocked
                    WHERE aggregate_key > :after ORDER BY aggregate_key LIMIT :most
                    """)
                .param("after", after)
                .param("most", limit)
                .query(JdbcOutboxReports::blockedAggregate)
                .list());
  }

  private static BlockedAggregate blockedAggregate(ResultSet row, int n) throws SQLException {
    return new BlockedAggregate(
        row.getString("aggregate_key"),
        row.getInt("attempts"),
        row.getString("last_error"),
        Utc.instant(row, "blocked_at"));
  }

  @Override
  public List<WaitingEvent> waiting(AggregateKey key, int limit) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(
                    """
                    SELECT e.event_id, e.tag, e.partition_no, LENGTH(e.payload) AS bytes,
                      e.created_at
                    FROM t_outbox_event e STRAIGHT_JOIN t_outbox_pending p
                      ON p.partition_no = e.partition_no AND p.event_row_id = e.id
                    WHERE e.aggregate_key = :key ORDER BY e.id LIMIT :most
                    """)
                .param("key", key.value())
                .param("most", limit)
                .query(JdbcOutboxReports::waitingEvent)
                .list());
  }

  private static WaitingEvent waitingEvent(ResultSet row, int n) throws SQLException {
    return new WaitingEvent(
        row.getString("event_id"),
        row.getString("tag"),
        row.getInt("partition_no"),
        row.getInt("bytes"),
        Utc.instant(row, "created_at"));
  }
}
