package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.statement.StatementBooks.Day;
import com.yuge.payment.domain.statement.UnlistedMoney;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads payments or refunds by their row numbers, and finds those of a day that no statement lists.
 */
record BookedMoneyRows(JdbcClient jdbc, String sql, RowsInTime rows, Duration longest) {
  /** A channel may accept a refund days after its creation, so older rows are read, too. */
  private static final Duration ASKED = Duration.ofDays(7);

  private static final String PAYMENTS =
      """
      SELECT t.id, t.pay_no, t.trade_no, NULL AS refund_no, t.amount, t.paid_at AS dated_at,
        t.channel = :channel AND COALESCE(t.paid_at, t.received_at) >= :from
          AND COALESCE(t.paid_at, t.received_at) < :until
          AND (:all OR o.channel_account IN (:accounts)) AS of_day,
        EXISTS (
          SELECT 1 FROM t_statement_line l FORCE INDEX (idx_statement_line_pay_no)
          STRAIGHT_JOIN t_statement s FORCE INDEX (PRIMARY)
            ON s.id = l.statement_id AND s.channel = :channel
          WHERE l.pay_no = t.pay_no AND l.trade_no = t.trade_no AND l.refund_no IS NULL
        ) AS listed
      FROM (
        SELECT id, channel, pay_no, trade_no, amount, paid_at, received_at
        FROM t_pay_trade FORCE INDEX (uk_pay_trade_id)
        WHERE id > :after ORDER BY id LIMIT :most
      ) t
      LEFT JOIN t_pay_order o FORCE INDEX (uk_pay_order_pay_no) ON o.pay_no = t.pay_no
      """;

  private static final String REFUNDS =
      """
      SELECT r.id, r.pay_no, r.trade_no, r.refund_no, r.amount, NULL AS dated_at,
        r.channel = :channel AND COALESCE(r.accepted_at, r.refunded_at) >= :from
          AND COALESCE(r.accepted_at, r.refunded_at) < :until
          AND (r.status <> 'FAILED' OR r.refunded_at IS NOT NULL)
          AND (:all OR r.channel_account IN (:accounts)) AS of_day,
        EXISTS (
          SELECT 1 FROM t_statement_line l FORCE INDEX (idx_statement_line_refund_no)
          STRAIGHT_JOIN t_statement s FORCE INDEX (PRIMARY)
            ON s.id = l.statement_id AND s.channel = :channel
          WHERE l.refund_no = r.refund_no
        ) AS listed
      FROM (
        SELECT id, channel, channel_account, pay_no, trade_no, refund_no, amount, status,
          accepted_at, refunded_at
        FROM t_pay_refund FORCE INDEX (PRIMARY)
        WHERE id > :after ORDER BY id LIMIT :most
      ) r
      """;

  static BookedMoneyRows payments(JdbcClient jdbc) {
    RowsInTime rows = new RowsInTime(jdbc, "t_pay_trade", "uk_pay_trade_id", "received_at");
    return new BookedMoneyRows(jdbc, PAYMENTS, rows, Duration.ZERO);
  }

  static BookedMoneyRows refunds(JdbcClient jdbc) {
    RowsInTime rows = new RowsInTime(jdbc, "t_pay_refund", "PRIMARY", "created_at");
    return new BookedMoneyRows(jdbc, REFUNDS, rows, ASKED);
  }

  private record Row(
      long id, UnlistedMoney money, boolean isDated, boolean isOfDay, boolean isListed) {
    static Row map(ResultSet row, int n) throws SQLException {
      return new Row(
          row.getLong("id"),
          new UnlistedMoney(
              row.getString("pay_no"),
              row.getString("trade_no"),
              row.getString("refund_no"),
              row.getBigDecimal("amount")),
          row.getObject("dated_at") != null,
          row.getBoolean("of_day"),
          row.getBoolean("listed"));
    }

    boolean isMissing() {
      return isOfDay && !isListed;
    }
  }

  UnlistedMoney.Chunk unlisted(Day day, long after, int limit) {
    long begin = begin(day, after);
    List<Row> next = next(day, begin, limit);
    return new UnlistedMoney.Chunk(
        next.stream().filter(Row::isMissing).map(Row::money).toList(),
        next.isEmpty() ? begin : next.get(next.size() - 1).id(),
        next.size() < limit);
  }

  /** Returns whether any payment or refund of the day is in no statement. */
  boolean hasAny(Day day, int limit) {
    return hasAny(day, limit, Row::isMissing);
  }

  /** As {@link #hasAny(Day, int)}, but only for those that the channel itself dates. */
  boolean hasDated(Day day, int limit) {
    return hasAny(day, limit, row -> row.isMissing() && row.isDated());
  }

  private boolean hasAny(Day day, int limit, Predicate<Row> wanted) {
    long after = begin(day, 0);
    List<Row> next;
    do {
      next = next(day, after, limit);
      if (next.stream().anyMatch(wanted)) {
        return true;
      }
      after = next.isEmpty() ? after : next.get(next.size() - 1).id();
    } while (next.size() == limit);
    return false;
  }

  private long begin(Day day, long after) {
    return after == 0 ? rows.before(day.from().minus(longest)) : after;
  }

  private List<Row> next(Day day, long after, int limit) {
    Set<String> accounts = day.accounts();
    return jdbc
        .sql(sql)
        .param("channel", day.channel().name())
        .param("from", Utc.column(day.from()))
        .param("until", Utc.column(day.until()))
        .param("all", accounts.isEmpty())
        .param("accounts", accounts.isEmpty() ? Set.of("") : accounts)
        .param("after", after)
        .param("most", limit)
        .query(Row::map)
        .list()
        .stream()
        .sorted(Comparator.comparingLong(Row::id))
        .toList();
  }
}
