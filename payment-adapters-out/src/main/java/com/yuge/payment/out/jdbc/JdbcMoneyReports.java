package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.MoneyState;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link MoneyReports}; every statement reads by key and has a row limit. */
final class JdbcMoneyReports implements MoneyReports {
  private static final String OVERDUE =
      PayOrderRow.SELECT
          + """
          FORCE INDEX (idx_pay_order_expiry)
          WHERE status = 'PAYING' AND expire_at >= :lastExpiry AND expire_at < :before
            AND (expire_at > :lastExpiry OR id > :lastId)
          ORDER BY expire_at, id LIMIT :most
          """;

  private static final String NEXT_CHECK =
      """
      (SELECT next_check_at FROM t_pay_order FORCE INDEX (idx_pay_order_due)
       WHERE status = ? AND next_check_at IS NOT NULL ORDER BY next_check_at LIMIT 1)""";

  private final JdbcClient jdbc;

  JdbcMoneyReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<PaidTrade> unapplied(State state, long after, int limit) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(PaidTradeRow.SELECT + "WHERE state = ? AND id > ? ORDER BY id LIMIT ?")
                .params(state.name(), after, limit)
                .query(PaidTradeRow::map)
                .list());
  }

  @Override
  public Optional<PaidTrade> unapplied(long id) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(PaidTradeRow.SELECT + "WHERE id = ? AND state IS NOT NULL")
                .param(id)
                .query(PaidTradeRow::map)
                .optional());
  }

  @Override
  public boolean accept(PaidTrade accepted, Instant at) {
    OperatorReason reason = Objects.requireNonNull(accepted.resolved(), "accepted by somebody");
    return RowCounts.won(
        jdbc.sql(
                """
                UPDATE t_pay_trade
                SET state = 'ACCEPTED', resolved_by = :by, resolved_reason = :reason,
                    resolved_at = :at
                WHERE id = :id AND state = 'OPEN' AND refund_held = refunded
                """)
            .param("by", reason.by())
            .param("reason", reason.reason())
            .param("at", Utc.column(at))
            .param("id", accepted.id())
            .update());
  }

  @Override
  public List<TradeClaim> claims(long after, int limit) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(PaidTradeRow.SELECT_CLAIM + "WHERE id > ? ORDER BY id LIMIT ?")
                .params(after, limit)
                .query(PaidTradeRow::claim)
                .list());
  }

  @Override
  public List<PayOrder> overdue(Instant expiredBefore, @Nullable PayNo after, int limit) {
    return StoreErrors.ask(
        () -> {
          Cursor last = after == null ? Cursor.BEGINNING : cursor(after);
          return jdbc.sql(OVERDUE)
              .param("lastExpiry", Utc.column(last.expireAt()))
              .param("lastId", last.id())
              .param("before", Utc.column(expiredBefore))
              .param("most", limit)
              .query(PayOrderRow::map)
              .list();
        });
  }

  /** The last order of a page. */
  private record Cursor(Instant expireAt, long id) {
    static final Cursor BEGINNING = new Cursor(Instant.EPOCH, 0);
  }

  private Cursor cursor(PayNo payNo) {
    return jdbc.sql("SELECT expire_at, id FROM t_pay_order WHERE pay_no = ?")
        .param(payNo.value())
        .query((row, n) -> new Cursor(Utc.instant(row, "expire_at"), row.getLong("id")))
        .optional()
        .orElseThrow(() -> new InvalidValue("after", PayNo.GRAMMAR.rule()));
  }

  // Reads the earliest check of each status, by the same index as the search for due orders.
  private Optional<Instant> earliestCheck() {
    List<PayStatus> statuses = DueOrders.FIRST_TO_LAST;
    return jdbc
        .sql(String.join("\nUNION ALL ", Collections.nCopies(statuses.size(), NEXT_CHECK)))
        .params(statuses.stream().map(PayStatus::name).toList())
        .query((row, n) -> Utc.instant(row, "next_check_at"))
        .list()
        .stream()
        .min(Instant::compareTo);
  }

  private record OpenKind(Kind kind, int count, Instant oldest) {}

  private record Counts(int claims, int awaited, int overdue) {}

  @Override
  public MoneyState state(Instant expiredBefore, int limit) {
    return StoreErrors.ask(
        () -> {
          List<OpenKind> open = open(limit);
          Counts counts = counts(expiredBefore, limit);
          return new MoneyState(
              byKind(open),
              open.stream().map(OpenKind::oldest).min(Instant::compareTo),
              counts.claims(),
              counts.awaited(),
              counts.overdue(),
              earliestCheck());
        });
  }

  private List<OpenKind> open(int limit) {
    return jdbc.sql(
            """
            SELECT kind, COUNT(*) AS number, MIN(received_at) AS oldest
            FROM (SELECT kind, received_at FROM t_pay_trade WHERE state = 'OPEN'
                  ORDER BY id LIMIT :most) o
            GROUP BY kind
            """)
        .param("most", limit)
        .query(
            (row, n) ->
                new OpenKind(
                    Kind.valueOf(row.getString("kind")),
                    row.getInt("number"),
                    Utc.instant(row, "oldest")))
        .list();
  }

  private static Map<Kind, Integer> byKind(List<OpenKind> open) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    open.forEach(kind -> counts.put(kind.kind(), kind.count()));
    return counts;
  }

  // A paid order with a planned check still waits for its amount.
  private Counts counts(Instant expiredBefore, int limit) {
    return jdbc.sql(
            """
            SELECT
              (SELECT COUNT(*) FROM (SELECT 1 FROM t_pay_trade_claim LIMIT :most) c) AS claims,
              (SELECT COUNT(*) FROM (
                SELECT 1 FROM t_pay_order FORCE INDEX (idx_pay_order_due)
                WHERE status = 'SUCCESS' AND next_check_at IS NOT NULL LIMIT :most) a) AS awaited,
              (SELECT COUNT(*) FROM (
                SELECT 1 FROM t_pay_order FORCE INDEX (idx_pay_order_expiry)
                WHERE status = 'PAYING' AND expire_at < :before LIMIT :most) o) AS overdue
            """)
        .param("most", limit)
        .param("before", Utc.column(expiredBefore))
        .query(
            (row, n) ->
                new Counts(row.getInt("claims"), row.getInt("awaited"), row.getInt("overdue")))
        .single();
  }
}
