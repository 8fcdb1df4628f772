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

/** {@link PendingEvents} in t_outbox_pending and t_outbox_event. */
final class JdbcPendingEvents implements PendingEvents {
  // Always the head, never "after the last id seen": ids are given out before commit, so a cursor
  // would step over a slow transaction for ever.
  private static final String HEAD =
      """
      (SELECT partition_no, event_row_id FROM t_outbox_pending
       WHERE partition_no = ? ORDER BY event_row_id LIMIT ?)""";

  private static final String HEADS =
      """
      SELECT h.partition_no, e.id, e.event_id, e.aggregate_key, e.tag, e.payload, e.headers
      FROM (%s) h STRAIGHT_JOIN t_outbox_event e ON e.id = h.event_row_id
      """;

  private static final String FENCE =
      """
      SELECT partition_no FROM t_outbox_partition
      WHERE partition_no = ? AND owner = ? AND epoch = ? FOR UPDATE
      """;

  // Not "event_row_id IN (...)": the optimizer makes that a scan, which then waits for every open
  // business insert in the partition. The derived table first gives one eq_ref look-up an id.
  private static final String STRIKE =
      """
      DELETE p FROM t_outbox_partition o STRAIGHT_JOIN (%s) h STRAIGHT_JOIN t_outbox_pending p
      ON p.partition_no = o.partition_no AND p.event_row_id = h.id
      WHERE o.partition_no = ? AND o.owner = ? AND o.epoch = ?
      """;

  // Without its type a parameter might be text, and text is not compared by key.
  private static final String ID = "SELECT CAST(? AS SIGNED) AS id";

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final JsonMapper json = JsonMapper.builder().build();

  JdbcPendingEvents(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
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
                jdbc.sql(HEADS.formatted(repeat(HEAD, partitions.size())))
                    .params(values)
                    .query(this::map)
                    .list());
    heads.sort(Comparator.comparingLong(PendingEvent::rowId));
    return heads;
  }

  // One statement, which fences itself, does it nearly always; its count tells when it did not.
  @Override
  public boolean ack(String owner, Lease lease, List<Long> rowIds) {
    int rows = StoreErrors.ask(() -> strike(owner, lease, rowIds));
    return rows == rowIds.size() || ackWhatIsLeft(owner, lease, rowIds);
  }

  private boolean ackWhatIsLeft(String owner, Lease lease, List<Long> rowIds) {
    return transactions.call(
        () -> {
          boolean mine = isMine(owner, lease);
          if (mine) {
            // Fewer is well: an operator may have skipped some of them meanwhile.
            int unused = strike(owner, lease, rowIds);
          }
          return mine;
        });
  }

  private boolean isMine(String owner, Lease lease) {
    return jdbc.sql(FENCE)
        .params(lease.partition(), owner, lease.epoch())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private int strike(String owner, Lease lease, List<Long> rowIds) {
    List<Long> padded = padded(rowIds);
    List<Object> values = new ArrayList<>(padded);
    values.addAll(List.of(lease.partition(), owner, lease.epoch()));
    int rows = jdbc.sql(STRIKE.formatted(repeat(ID, padded.size()))).params(values).update();
    if (rows > rowIds.size()) {
      throw new IllegalStateException(rows + " rows struck off for " + rowIds.size() + " events");
    }
    return rows;
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
        json.readValue(row.getString("headers"), HEADERS));
  }
}
