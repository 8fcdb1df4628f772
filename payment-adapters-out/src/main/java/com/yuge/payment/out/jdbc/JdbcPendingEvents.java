package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.relay.Heads;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RowRange;
import com.yuge.payment.domain.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@link PendingEvents} in t_outbox_pending or t_outbox_replay, lists of t_outbox_event rows. */
final class JdbcPendingEvents implements PendingEvents {
  // Reads from the low-water mark, never "after the last id seen": ids are assigned before the
  // commit, so a cursor would skip the events of a slow transaction for ever.
  private static final String HEAD =
      """
      (SELECT p.partition_no, p.event_row_id FROM %s p
       LEFT JOIN t_outbox_blocked b ON b.aggregate_key = p.aggregate_key
       WHERE p.partition_no = ? AND p.event_row_id BETWEEN ? AND ? AND b.aggregate_key IS NULL
       ORDER BY p.event_row_id LIMIT ?)""";

  // The left join returns a row even if no event waits. Blocked keys are few, so reading all is
  // fast.
  private static final String HEADS =
      """
      SELECT s.newest, s.blocked, h.partition_no, e.id, e.event_id, e.aggregate_key, e.tag,
        e.payload, e.headers, e.created_at
      FROM (SELECT
          (SELECT COALESCE(MAX(id), 0) FROM t_outbox_event) AS newest,
          (SELECT CONCAT_WS(' ', COUNT(*), MAX(blocked_at), SUM(CRC32(aggregate_key)))
           FROM t_outbox_blocked) AS blocked) s
      LEFT JOIN ((%s) h STRAIGHT_JOIN t_outbox_event e ON e.id = h.event_row_id) ON TRUE
      """;

  // One parameter for any number of rows, so that one prepared statement serves all calls.
  private static final String ROWS =
      """
      JSON_TABLE(?, '$[*]' COLUMNS (
        partition_no INT PATH '$[0]', epoch BIGINT PATH '$[1]', id BIGINT PATH '$[2]')) h""";

  // Not "event_row_id IN (...)": the optimizer turns that into a scan, which waits for every
  // uncommitted insert in the partition. A join from a table of ids makes one eq_ref lookup per id.
  // The hint prevents the scan of a nearly empty table.
  private static final String DELETE =
      """
      DELETE p FROM %s STRAIGHT_JOIN t_outbox_partition o FORCE INDEX (PRIMARY)
      ON o.partition_no = h.partition_no AND o.epoch = h.epoch AND o.owner = ?
      STRAIGHT_JOIN %s p FORCE INDEX (PRIMARY)
      ON p.partition_no = o.partition_no AND p.event_row_id = h.id
      """;

  private static final Comparator<Lease> ASCENDING =
      Comparator.comparing(Lease::partition).thenComparing(Lease::epoch);

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Fence fence;
  private final String head;
  private final String delete;
  private final PublicationLog publications;
  private final boolean firstTime;
  private final JsonMapper json = JsonMapper.builder().build();

  private JdbcPendingEvents(
      JdbcClient jdbc, Transactions transactions, String table, boolean firstTime) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.fence = new Fence(jdbc);
    this.head = HEAD.formatted(table);
    this.delete = DELETE.formatted(ROWS, table);
    this.publications = new PublicationLog(jdbc);
    this.firstTime = firstTime;
  }

  /** Returns the events to publish for the first time. */
  static PendingEvents pending(JdbcClient jdbc, Transactions transactions) {
    return new JdbcPendingEvents(jdbc, transactions, "t_outbox_pending", true);
  }

  /** Returns the events to publish again. */
  static PendingEvents replays(JdbcClient jdbc, Transactions transactions) {
    return new JdbcPendingEvents(jdbc, transactions, "t_outbox_replay", false);
  }

  @Override
  public Heads read(Collection<RowRange> ranges, int limit) {
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("nothing to read");
    }
    List<Object> values = new ArrayList<>();
    for (RowRange range : ranges) {
      values.addAll(List.of(range.partition(), range.first(), range.last(), limit));
    }
    return StoreErrors.ask(
        () ->
            jdbc.sql(HEADS.formatted(repeat(head, ranges.size())))
                .params(values)
                .query((ResultSetExtractor<Heads>) this::heads));
  }

  // Fewer rows are fine while the lease is held: an operator may have skipped some events, or the
  // reply to an earlier removal was lost.
  @Override
  public Set<Lease> ack(String owner, Map<Lease, List<Long>> published) {
    Map<Lease, List<Long>> ascending = new TreeMap<>(ASCENDING);
    ascending.putAll(published);
    int count = published.values().stream().mapToInt(List::size).sum();
    return transactions.call(
        () -> {
          int rows = delete(owner, ascending);
          if (rows > count) {
            throw new IllegalStateException(rows + " rows removed for " + count);
          }
          boolean all = rows == count;
          Set<Lease> mine = all ? ascending.keySet() : fence.held(owner, ascending.keySet());
          List<Long> noted = rowsOf(mine, ascending);
          if (all && firstTime) {
            publications.add(noted);
          } else {
            publications.addNew(noted);
          }
          return mine;
        });
  }

  private static List<Long> rowsOf(Set<Lease> leases, Map<Lease, List<Long>> published) {
    return published.entrySet().stream()
        .filter(batch -> leases.contains(batch.getKey()))
        .flatMap(batch -> batch.getValue().stream())
        .sorted()
        .toList();
  }

  // The statement is its own fence: it removes events only under the row locks of their partitions.
  // It takes these locks in ascending order and holds them until the transaction ends.
  private int delete(String owner, Map<Lease, List<Long>> ascending) {
    List<List<Number>> rows =
        ascending.entrySet().stream().flatMap(e -> rows(e.getKey(), e.getValue())).toList();
    return jdbc.sql(delete).params(rows.toString(), owner).update();
  }

  private static Stream<List<Number>> rows(Lease lease, List<Long> rowIds) {
    return rowIds.stream().map(id -> List.of(lease.partition(), lease.epoch(), id));
  }

  private static String repeat(String select, int times) {
    return String.join("\nUNION ALL ", Collections.nCopies(times, select));
  }

  private Heads heads(ResultSet rows) throws SQLException {
    List<PendingEvent> events = new ArrayList<>();
    long newest = 0;
    String blocked = "";
    while (rows.next()) {
      newest = rows.getLong("newest");
      blocked = rows.getString("blocked");
      if (rows.getString("event_id") != null) {
        events.add(event(rows));
      }
    }
    events.sort(Comparator.comparingLong(PendingEvent::rowId));
    return new Heads(events, newest, blocked);
  }

  private PendingEvent event(ResultSet row) throws SQLException {
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
