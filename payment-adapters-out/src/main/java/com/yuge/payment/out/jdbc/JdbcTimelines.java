package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.TimelineCursor;
import com.yuge.payment.domain.order.TimelineEntry;
import com.yuge.payment.domain.order.TimelineEntry.Kind;
import com.yuge.payment.domain.order.Timelines;
import com.yuge.payment.domain.shared.PayNo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Timelines} from the callback log, the audit and the outbox, each by its key. */
final class JdbcTimelines implements Timelines {
  // The index of each table returns the rows in order. Without the hint, MySQL intersects it with
  // the primary key and sorts.
  private static final String CALLBACKS =
      """
      SELECT id, created_at AS at, COALESCE(callback_status, 'UNREADABLE') AS what,
             process_result AS result,
             IF(repeats = 0, reason, CONCAT(reason, ', repeated ', repeats, ' times')) AS detail
      FROM t_pay_callback_log FORCE INDEX (idx_pay_callback_log_pay_no)
      WHERE pay_no = :payNo AND id < :before ORDER BY id DESC LIMIT :limit
      """;

  // An operator's request is not a query to the channel, so it is shown as REQUEST. Queries that an
  // earlier version recorded but never sent are left out.
  private static final String AUDITS =
      """
      SELECT id, created_at AS at, IF(query_result = 'REQUESTED', 'REQUEST', action) AS what,
             query_result AS result,
             CONCAT(before_status, ' -> ', after_status, ', ', detail) AS detail
      FROM t_pay_reconcile_audit FORCE INDEX (idx_pay_reconcile_audit_pay_no)
      WHERE pay_no = :payNo AND id < :before
        AND NOT (query_result = 'UNKNOWN' AND detail LIKE 'NOT_ASKED:%')
      ORDER BY id DESC LIMIT :limit
      """;

  private static final String EVENTS =
      """
      SELECT e.created_at AS at, e.tag AS what, e.event_id AS detail, e.id,
             CASE WHEN p.event_row_id IS NULL THEN 'SKIPPED' ELSE 'WAITING' END AS result
      FROM t_outbox_event e FORCE INDEX (idx_outbox_event_aggregate_key)
      LEFT JOIN t_outbox_pending p ON p.partition_no = e.partition_no AND p.event_row_id = e.id
      WHERE e.aggregate_key = :payNo AND e.id < :before ORDER BY e.id DESC LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final PublicationLog publications;

  JdbcTimelines(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.publications = new PublicationLog(jdbc);
  }

  @Override
  public Records before(PayNo payNo, TimelineCursor cursor, int limit) {
    Page callbacks = new Page(payNo, cursor.callback(), limit);
    Page audits = new Page(payNo, cursor.audit(), limit);
    Page events = new Page(payNo, cursor.event(), limit);
    return new Records(
        read(CALLBACKS, Kind.CALLBACK, callbacks),
        read(AUDITS, Kind.STEP, audits),
        read(EVENTS, Kind.EVENT, events).stream().map(this::withPublication).toList());
  }

  private record Page(PayNo payNo, long before, int limit) {}

  private List<TimelineRow> read(String sql, Kind kind, Page page) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(sql)
                .param("payNo", page.payNo().value())
                .param("before", page.before())
                .param("limit", page.limit())
                .query((row, n) -> new TimelineRow(row.getLong("id"), List.of(entry(row, kind))))
                .list());
  }

  /** Adds the publication of an event, if any. An event without one waits or was skipped. */
  private TimelineRow withPublication(TimelineRow event) {
    Optional<Instant> published = StoreErrors.ask(() -> publications.of(event.number()));
    TimelineEntry appended = event.entries().get(0);
    return published.map(at -> published(event.number(), appended, at)).orElse(event);
  }

  private static TimelineRow published(long number, TimelineEntry appended, Instant at) {
    String what = appended.what();
    String id = appended.detail();
    return new TimelineRow(
        number,
        List.of(
            new TimelineEntry(appended.at(), Kind.EVENT, what, Kind.PUBLISHED.name(), id),
            new TimelineEntry(at, Kind.PUBLISHED, what, "ACKNOWLEDGED", id)));
  }

  private static TimelineEntry entry(ResultSet row, Kind kind) throws SQLException {
    return new TimelineEntry(
        Utc.instant(row, "at"),
        kind,
        row.getString("what"),
        row.getString("result"),
        row.getString("detail"));
  }
}
