package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.relay.Lease;
import com.yuge.payment.domain.relay.PendingEvent;
import com.yuge.payment.domain.relay.PendingEvents;
import com.yuge.payment.domain.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@link PendingEvents} in t_outbox_pending or t_outbox_replay, both lists of t_outbox_event. */
final class JdbcPendingEvents implements PendingEvents {
  // Always the head, never "after the last id seen": ids are given out before commit, so a cursor
  // would step over a slow transaction for ever.
  private static final String HEAD =
      """
      (SELECT p.partition_no, p.event_row_id FROM %s p
       LEFT JOIN t_outbox_blocked b ON b.aggregate_key = p.aggregate_key
       WHERE p.partition_no = ? AND b.aggregate_key IS NULL ORDER BY p.event_row_id LIMIT ?)""";

  private static final String HEADS =
      """
      SELECT h.partition_no, e.id, e.event_id, e.aggregate_key, e.tag, e.payload, e.headers,
        e.created_at
      FROM (%s) h STRAIGHT_JOIN t_outbox_event e ON e.id = h.event_row_id
      """;

  // Not "event_row_id IN (...)": the optimizer makes that a scan, which then waits for every open
  // business insert in the partition. The derived table first gives one eq_ref look-up an id.
  private static final String STRIKE =
      """
      DELETE p FROM t_outbox_partition o STRAIGHT_JOIN (%s) h STRAIGHT_JOIN %s p
      ON p.partition_no = o.partition_no AND p.event_row_id = h.id
      WHERE o.partition_no = ? AND o.owner = ? AND o.epoch = ?
      """;

  // An event that is published again keeps its first time.
  private static final String NOTE =
      """
      INSERT INTO t_outbox_published (event_row_id, published_at) VALUES %s
      ON DUPLICATE KEY UPDATE published_at = published_at
      """;

  // Without its type a parameter might be text, and text is not compared by key.
  private static final String ID = "SELECT CAST(? AS SIGNED) AS id";

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Fence fence;
  private final String table;
  private final String head;
  private final JsonMapper json = JsonMapper.builder().build();

  private JdbcPendingEvents(JdbcClient jdbc, Transactions transactions, String table) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.fence = new Fence(jdbc);
    this.table = table;
    this.head = HEAD.formatted(table);
  }

  /** What is to be published for the first time. */
  static PendingEvents pending(JdbcClient jdbc, Transactions transactions) {
    return new JdbcPendingEvents(jdbc, transactions, "t_outbox_pending");
  }

  /** What is to be published again. */
  static PendingEvents replays(JdbcClient jdbc, Transactions transactions) {
    return new JdbcPendingEvents(jdbc, transactions, "t_outbox_replay");
  }

  @Override
  public List<PendingEvent> heads(Collection<Integer> partitions, int limit) {
    if (partitions.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>();
    for (Integer partition : partitions) {
      values.add(partition);
      values.add(limit);
    }
    List<PendingEvent> heads =
        StoreErrors.ask(
            () ->
                jdbc.sql(HEADS.formatted(repeat(head, partitions.size())))
                    .params(values)
                    .query(this::map)
                    .list());
    heads.sort(Comparator.comparingLong(PendingEvent::rowId));
    return heads;
  }

  // Fewer is well where the lease holds: an operator may have skipped some of them meanwhile.
  @Override
  public boolean ack(String owner, Lease lease, List<Long> rowIds) {
    List<Long> padded = padded(rowIds);
    return transactions.call(
        () -> {
          int rows = strike(owner, lease, padded);
          if (rows > rowIds.size()) {
            throw new IllegalStateException(rows + " rows struck off for " + rowIds.size());
          }
          boolean mine = rows == rowIds.size() || fence.holds(owner, lease);
          if (mine) {
            notePublished(rowIds);
          }
          return mine;
        });
  }

  // Fences itself: what it struck off, it did under the partition's row lock, which is kept.
  private int strike(String owner, Lease lease, List<Long> rowIds) {
    List<Object> values = new ArrayList<>(rowIds);
    values.addAll(List.of(lease.partition(), owner, lease.epoch()));
    return jdbc.sql(STRIKE.formatted(repeat(ID, rowIds.size()), table)).params(values).update();
  }

  // In powers of two, which are few shapes too: padded, rows that are there already would cost more
  // than those that are not.
  private void notePublished(List<Long> rowIds) {
    int from = 0;
    while (from < rowIds.size()) {
      int to = from + Integer.highestOneBit(rowIds.size() - from);
      List<Long> some = rowIds.subList(from, to);
      String values = String.join(", ", Collections.nCopies(some.size(), "(?, UTC_TIMESTAMP(6))"));
      // What is noted again is left as it is: any count is well.
      int unused = jdbc.sql(NOTE.formatted(values)).params(some).update();
      from = to;
    }
  }

  // A handful of shapes instead of one for each number: each is a statement that is kept prepared.
  private static List<Long> padded(List<Long> rowIds) {
    int length = Integer.highestOneBit(Math.max(1, 2 * rowIds.size() - 1));
    List<Long> padded = new ArrayList<>(rowIds);
    padded.addAll(Collections.nCopies(length - rowIds.size(), rowIds.get(0)));
    return padded;
  }

  private static String repeat(String select, int times) {
    return String.join("\nUNION ALL ", Collections.nCopies(times, select));
  }

  private PendingEvent map(ResultSet row, int rowNumber) throws SQLException {
    return new PendingEvent(
        row.getLong("id"),
        row.getInt("partition_no"),
        row.getString("event_id"),
        row.getString("aggregate_key"),
        row.getString("tag"),
        row.getString("payload"),
        json.readValue(row.getString("headers"), HEADERS),
        Utc.instant(row, "created_at"));
  }
}
