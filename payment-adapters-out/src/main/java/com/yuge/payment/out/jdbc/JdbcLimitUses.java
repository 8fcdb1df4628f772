package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitSlice;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link LimitUses} in t_limit_use. Rows are locked ascending by shard. InnoDB keeps the lock on a
 * row for which it has waited, even if the row then does not match. So only the first slice is
 * waited for: the lock on all slices, which may follow, begins with it. The index is forced,
 * because a scan of a small table would wait for rows of other subjects.
 */
final class JdbcLimitUses implements LimitUses {
  private static final String OF_DAY = "day = :day AND scope = :scope AND subject = :no";

  private final JdbcClient jdbc;

  JdbcLimitUses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean use(LimitDay day, BigDecimal perDay, int shard, Money amount) {
    JdbcTransactions.require("using a limit");
    if (shard > 0 && !(fits(day, perDay, shard, amount) && locks(day, perDay, shard, amount))) {
      return false;
    }
    int rows =
        ofDay(
                """
                UPDATE t_limit_use FORCE INDEX (PRIMARY) SET used = used + :amount
                WHERE %s AND shard = :shard AND day_limit = :perDay AND used + :amount <= cap
                """,
                day)
            .param("amount", amount.amount())
            .param("shard", shard)
            .param("perDay", perDay)
            .update();
    return RowCounts.won(rows);
  }

  private boolean fits(LimitDay day, BigDecimal perDay, int shard, Money amount) {
    return slice(day, perDay, shard, amount, "").orElse(false);
  }

  // The slice was used up before it was locked here. This transaction must not wait for the first
  // slice now, because another one may hold the first slice while it waits for all slices. So this
  // transaction ends, and is repeated.
  private boolean locks(LimitDay day, BigDecimal perDay, int shard, Money amount) {
    Optional<Boolean> locked = slice(day, perDay, shard, amount, "FOR UPDATE SKIP LOCKED");
    if (!locked.orElse(true)) {
      throw new LostRace("slice " + shard + " was used up just now");
    }
    return locked.isPresent();
  }

  // The condition is not in the WHERE clause, because a row that WHERE excludes may or may not stay
  // locked.
  private Optional<Boolean> slice(
      LimitDay day, BigDecimal perDay, int shard, Money amount, String lock) {
    return ofDay(
            """
            SELECT day_limit = :perDay AND used + :amount <= cap AS fits
            FROM t_limit_use FORCE INDEX (PRIMARY) WHERE %s AND shard = :shard
            """
                + lock,
            day)
        .param("amount", amount.amount())
        .param("shard", shard)
        .param("perDay", perDay)
        .query(Boolean.class)
        .optional();
  }

  @Override
  public void undo(LimitDay day, int shard, Money amount) {
    JdbcTransactions.require("undoing the use of a limit");
    RowCounts.one(
        ofDay(
                """
                UPDATE t_limit_use FORCE INDEX (PRIMARY) SET used = used - :amount
                WHERE %s AND shard = :shard
                """,
                day)
            .param("amount", amount.amount())
            .param("shard", shard)
            .update());
  }

  // The insert also locks existing rows: its update changes nothing, and is only for the lock.
  @Override
  public List<LimitSlice> lock(LimitDay day, int shards) {
    JdbcTransactions.require("locking what is used of a limit");
    jdbc.sql(
            """
            INSERT INTO t_limit_use (scope, subject, day, shard, day_limit, cap, used)
            SELECT :scope, :no, :day, n.shard, 0, 0, 0
            FROM JSON_TABLE(:shards, '$[*]' COLUMNS (shard INT PATH '$')) n
            ORDER BY n.shard
            ON DUPLICATE KEY UPDATE used = t_limit_use.used
            """)
        .param("scope", day.subject().scope().name())
        .param("no", day.subject().no())
        .param("day", day.day())
        .param("shards", IntStream.range(0, shards).boxed().toList().toString())
        .update();
    return ofDay(
            """
            SELECT shard, cap, used FROM t_limit_use FORCE INDEX (PRIMARY)
            WHERE %s ORDER BY shard FOR UPDATE
            """,
            day)
        .query(
            (row, n) ->
                new LimitSlice(
                    row.getInt("shard"), row.getBigDecimal("cap"), row.getBigDecimal("used")))
        .list();
  }

  @Override
  public void replace(LimitDay day, BigDecimal perDay, List<LimitSlice> slices) {
    String json =
        slices.stream()
            .map(
                slice ->
                    "{\"shard\":%d,\"cap\":\"%s\",\"used\":\"%s\"}"
                        .formatted(
                            slice.shard(),
                            slice.cap().toPlainString(),
                            slice.used().toPlainString()))
            .collect(Collectors.joining(",", "[", "]"));
    RowCounts.all(
        slices.size(),
        ofDay(
                """
                UPDATE JSON_TABLE(:slices, '$[*]' COLUMNS (
                  shard INT PATH '$.shard', new_cap DECIMAL(18,2) PATH '$.cap',
                  new_used DECIMAL(18,2) PATH '$.used')) n
                STRAIGHT_JOIN t_limit_use u FORCE INDEX (PRIMARY) ON u.shard = n.shard
                SET u.day_limit = :perDay, u.cap = n.new_cap, u.used = n.new_used
                WHERE %s
                """,
                day)
            .param("slices", json)
            .param("perDay", perDay)
            .update());
  }

  // Zero rows are fine: after the retention, the rows of the day are removed.
  @Override
  public void release(LimitDay day, int shard, Money amount) {
    JdbcTransactions.require("releasing what is used of a limit");
    int rows =
        ofDay(
                """
                UPDATE t_limit_use FORCE INDEX (PRIMARY)
                SET cap = cap - IF(shard = :shard, :amount, 0) + IF(shard = 0, :amount, 0),
                    used = used - IF(shard = :shard, :amount, 0)
                WHERE %s AND shard IN (0, :shard) ORDER BY shard
                """,
                day)
            .param("shard", shard)
            .param("amount", amount.amount())
            .update();
    if (rows != 0) {
      RowCounts.all(shard == 0 ? 1 : 2, rows);
    }
  }

  @Override
  public BigDecimal used(LimitDay day) {
    return StoreErrors.ask(
        () ->
            ofDay("SELECT COALESCE(SUM(used), 0) FROM t_limit_use WHERE %s", day)
                .query(BigDecimal.class)
                .single());
  }

  private JdbcClient.StatementSpec ofDay(String sql, LimitDay day) {
    return jdbc.sql(sql.formatted(OF_DAY))
        .param("scope", day.subject().scope().name())
        .param("no", day.subject().no())
        .param("day", day.day());
  }
}
