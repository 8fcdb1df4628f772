package com.yuge.payment.app.proof;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the outbox's tables say. */
public record OutboxRows(JdbcClient jdbc) {
  /** Longer than anything takes here on a busy machine, leases and longest backoff included. */
  public static final Duration SOON = Duration.ofSeconds(90);

  /** Of all events that were ever committed, in the order of their rows. */
  public List<String> committed() {
    return ids("SELECT event_id FROM t_outbox_event ORDER BY id");
  }

  List<String> pending() {
    return ids(
        """
        SELECT e.event_id FROM t_outbox_pending p JOIN t_outbox_event e ON e.id = p.event_row_id
        ORDER BY e.id
        """);
  }

  List<String> blocked() {
    return ids("SELECT aggregate_key FROM t_outbox_blocked ORDER BY aggregate_key");
  }

  /** Gives the pay order's first event another payload; returns its id. */
  String replaceFirst(PayNo payNo, String payload) {
    String eventId =
        jdbc.sql("SELECT event_id FROM t_outbox_event WHERE aggregate_key = ? ORDER BY id LIMIT 1")
            .param(payNo.value())
            .query(String.class)
            .single();
    int rows =
        jdbc.sql("UPDATE t_outbox_event SET payload = ? WHERE event_id = ?")
            .params(payload, eventId)
            .update();
    if (rows != 1) {
      throw new IllegalStateException(rows + " rows of " + eventId);
    }
    return eventId;
  }

  private List<String> ids(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  boolean nothingWaits() {
    return jdbc.sql("SELECT COUNT(*) FROM t_outbox_pending WHERE aggregate_key <> ''")
            .query(Integer.class)
            .single()
        == 0;
  }

  public void awaitNothingWaits() {
    await("the outbox is empty").atMost(SOON).until(this::nothingWaits);
  }

  /** Events in partitions that the process does not hold. */
  int pendingElsewhere(long pid) {
    return jdbc.sql(
            """
            SELECT COUNT(*) FROM t_outbox_pending p
            JOIN t_outbox_partition o ON o.partition_no = p.partition_no
            WHERE p.aggregate_key <> ''
              AND (o.owner IS NULL OR o.owner NOT LIKE CONCAT(?, '-%'))
            """)
        .param(pid)
        .query(Integer.class)
        .single();
  }

  /** How many partitions each process holds by a lease that has not ended. */
  Map<Long, Integer> held() {
    return jdbc
        .sql(
            """
            SELECT SUBSTRING_INDEX(owner, '-', 1) AS pid, COUNT(*) AS partitions
            FROM t_outbox_partition WHERE lease_until >= UTC_TIMESTAMP(6) GROUP BY pid
            """)
        .query((row, n) -> Map.entry(row.getLong("pid"), row.getInt("partitions")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  /**
   * Waits until each instance has looked at its leases twice, by which it hears of a pause: once
   * for what was so before, and once more so that it has surely acted on it.
   */
  void awaitWatches(int instances) {
    awaitWatch(instances);
    awaitWatch(instances);
  }

  private void awaitWatch(int instances) {
    String now = jdbc.sql("SELECT CAST(UTC_TIMESTAMP(6) AS CHAR)").query(String.class).single();
    await("a look of all")
        .atMost(SOON)
        .until(
            () ->
                jdbc.sql(
                            """
                            SELECT COUNT(*) FROM t_outbox_instance
                            WHERE alive_until > ? + INTERVAL ? SECOND
                            """)
                        .params(now, ProofEnvironment.LEASE.toSeconds())
                        .query(Integer.class)
                        .single()
                    == instances);
  }

  /** Waits until the processes hold all 16 partitions between them, each its share. */
  void awaitShared(List<RelayChild> processes, Integer... shares) {
    List<Long> pids = processes.stream().map(RelayChild::pid).sorted().toList();
    await("fair shares")
        .atMost(SOON)
        .until(
            this::held,
            held ->
                List.copyOf(held.keySet()).equals(pids)
                    && held.values().stream().sorted().toList().equals(List.of(shares)));
  }
}
