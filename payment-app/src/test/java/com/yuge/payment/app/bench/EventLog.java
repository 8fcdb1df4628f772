package com.yuge.payment.app.bench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the outbox's tables in bulk with events such as the service writes, and empties them. */
public final class EventLog {
  /** Together with 12 digits a pay number. */
  static final String PREFIX = "PAY20261122120000123";

  private static final int CHUNK = 10_000;

  private static final String NUMBERED =
      """
      SELECT CONCAT('%s', LPAD(? + o.d + 10 * t.d + 100 * h.d + 1000 * k.d, 12, '0')) AS pay_no
      FROM %2$s o, %2$s t, %2$s h, %2$s k
      WHERE o.d + 10 * t.d + 100 * h.d + 1000 * k.d < ?
      ORDER BY pay_no
      """
          .formatted(PREFIX, "bench_digit");

  private static final String EVENTS =
      """
      INSERT INTO t_outbox_event (event_id, partition_no, aggregate_key, tag, payload, headers,
        created_at)
      SELECT CONCAT(pay_no, '-2'), MOD(CRC32(pay_no), (SELECT COUNT(*) FROM t_outbox_partition)), pay_no, 'PAYMENT_SUCCEEDED',
        CONCAT('{"eventId":"', pay_no, '-2","payNo":"', pay_no, '","orderNo":"ORD', pay_no,
          '","amount":99.90,"channel":"MOCK","channelTradeNo":"MOCK_', pay_no,
          '","paidAt":"2026-11-22T12:00:30.123456","eventTime":"2026-11-22T12:00:30.123456",',
          '"traceId":"', MD5(pay_no), '","version":"1.0"}'),
        CONCAT('{"traceId":"', MD5(pay_no), '","traceparent":"00-', MD5(pay_no), '-',
          LEFT(MD5(pay_no), 16), '-01"}'),
        UTC_TIMESTAMP(6)
      FROM (%s) numbered
      """
          .formatted(NUMBERED);

  private static final String FENCES =
      """
      INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
      SELECT partition_no, 9223372036854775807, '' FROM t_outbox_partition
      """;

  private static final String PENDING =
      """
      INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
      SELECT partition_no, id, aggregate_key FROM t_outbox_event
      WHERE id > ? ORDER BY id LIMIT ?
      """;

  private final JdbcClient jdbc;

  public EventLog(DataSource pool) {
    this.jdbc = JdbcClient.create(pool);
    int unused = jdbc.sql("CREATE TABLE IF NOT EXISTS bench_digit (d INT PRIMARY KEY)").update();
    int added =
        jdbc.sql(
                """
                INSERT IGNORE INTO bench_digit (d)
                VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)
                """)
            .update();
    if (added % 10 != 0) {
      throw new IllegalStateException("no digits to count with");
    }
  }

  /** Events number 0 to {@code count}, none of which may be there yet; they wait for the relay. */
  public void load(int count) {
    write(count);
    for (int from = 0; from < count; from += CHUNK) {
      insertPending(from, Math.min(CHUNK, count - from));
    }
  }

  /** Makes all that waits so many days old. What were old before it waited would be trimmed. */
  public void age(int days) {
    long last = lastPending();
    int aged = 0;
    for (long from = 0; from < last; from += CHUNK) {
      aged +=
          jdbc.sql(
                  """
                  UPDATE t_outbox_event SET created_at = created_at - INTERVAL ? DAY
                  WHERE id > ? AND id <= ?
                  """)
              .params(days, from, from + CHUNK)
              .update();
    }
    expect(logged(), aged);
  }

  /** The same without telling the relay. */
  public void write(int count) {
    for (int from = 0; from < count; from += CHUNK) {
      int chunk = Math.min(CHUNK, count - from);
      expect(chunk, jdbc.sql(EVENTS).params(from, chunk).update());
    }
  }

  /** All that was written waits from one moment on. */
  public void release(int count) {
    insertPending(0, count);
  }

  // The log begins empty, and a truncated table counts from 1 again; but ids may have gaps.
  private void insertPending(int after, int count) {
    long last = after == 0 ? 0 : lastPending();
    expect(count, jdbc.sql(PENDING).params(last, count).update());
  }

  private long lastPending() {
    return jdbc.sql("SELECT MAX(event_row_id) FROM t_outbox_pending WHERE aggregate_key <> ''")
        .query(Long.class)
        .single();
  }

  public int logged() {
    return jdbc.sql("SELECT COUNT(*) FROM t_outbox_event").query(Integer.class).single();
  }

  public int pending() {
    return jdbc.sql("SELECT COUNT(*) FROM t_outbox_pending WHERE aggregate_key <> ''")
        .query(Integer.class)
        .single();
  }

  public void clear() {
    for (String table : List.of("pending", "replay", "published", "blocked", "event")) {
      jdbc.sql("TRUNCATE TABLE t_outbox_" + table).update();
    }
    jdbc.sql(FENCES).update();
  }

  public static Set<String> ids(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "%s%012d-2".formatted(PREFIX, i))
        .collect(Collectors.toSet());
  }

  private static void expect(int rows, int written) {
    if (rows != written) {
      throw new IllegalStateException("wrote " + written + " rows of " + rows);
    }
  }
}
