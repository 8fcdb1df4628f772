package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.OrderHistory;
import com.yuge.payment.domain.order.Step;
import com.yuge.payment.domain.order.Step.Kind;
import com.yuge.payment.domain.shared.PayNo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link OrderHistory} from the callback log, the audit and the outbox, each by its key. */
final class JdbcOrderHistory implements OrderHistory {
  private static final String CALLBACKS =
      """
      SELECT created_at AS at, COALESCE(callback_status, 'UNREADABLE') AS what,
             process_result AS result,
             IF(repeats = 0, reason, CONCAT(reason, ', repeated ', repeats, ' times')) AS detail
      FROM t_pay_callback_log WHERE pay_no = :payNo ORDER BY id LIMIT :limit
      """;

  private static final String STEPS =
      """
      SELECT created_at AS at, action AS what, query_result AS result,
             CONCAT(before_status, ' -> ', after_status, ', ', detail) AS detail
      FROM t_pay_reconcile_audit WHERE pay_no = :payNo ORDER BY id LIMIT :limit
      """;

  // An event's id is its pay number and a version: the unique key finds an order's events.
  private static final String EVENTS =
      """
      SELECT e.created_at AS at, e.tag AS what, e.event_id AS detail, e.id,
             CASE WHEN p.event_row_id IS NULL THEN 'SKIPPED' ELSE 'WAITING' END AS result
      FROM t_outbox_event e
      LEFT JOIN t_outbox_pending p ON p.partition_no = e.partition_no AND p.event_row_id = e.id
      WHERE e.event_id LIKE CONCAT(:payNo, '-%') ORDER BY e.event_id LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final PublishedNotes notes;

  JdbcOrderHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.notes = new PublishedNotes(jdbc);
  }

  @Override
  public List<Step> of(PayNo payNo, int limit) {
    List<Step> steps = new ArrayList<>(read(CALLBACKS, Kind.CALLBACK, payNo, limit));
    steps.addAll(read(STEPS, Kind.STEP, payNo, limit));
    read(EVENTS, JdbcOrderHistory::event, payNo, limit)
        .forEach(event -> steps.addAll(event.told(StoreErrors.ask(() -> notes.of(event.row())))));
    return steps;
  }

  /** An event; where no note says that it was published, it waits or was skipped. */
  private record Event(long row, Step appended) {
    List<Step> told(Optional<Instant> published) {
      return published
          .map(
              at ->
                  List.of(
                      new Step(
                          appended.at(),
                          Kind.EVENT,
                          appended.what(),
                          Kind.PUBLISHED.name(),
                          appended.detail()),
                      new Step(
                          at, Kind.PUBLISHED, appended.what(), "ACKNOWLEDGED", appended.detail())))
          .orElse(List.of(appended));
    }
  }

  private List<Step> read(String sql, Kind kind, PayNo payNo, int limit) {
    return read(sql, row -> step(row, kind), payNo, limit);
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String sql, Reading<T> reading, PayNo payNo, int limit) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(sql)
                .param("payNo", payNo.value())
                .param("limit", limit)
                .query((row, n) -> reading.read(row))
                .list());
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(row.getLong("id"), step(row, Kind.EVENT));
  }

  private static Step step(ResultSet row, Kind kind) throws SQLException {
    return new Step(
        Utc.instant(row, "at"),
        kind,
        row.getString("what"),
        row.getString("result"),
        row.getString("detail"));
  }
}
