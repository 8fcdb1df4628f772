package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.limit.Limit;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.limit.Limits;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@link Limits} in t_limit. A transaction that holds a limit has shared locks on the subject's row
 * and on the {@code *} row of its scope. A transaction that changes a limit has the exclusive lock
 * on the {@code *} row. So one waits for the other, even if a subject has no row yet.
 */
final class JdbcLimits implements Limits {
  // Without the index, a scan of a small table would lock other subjects' rows, too.
  private static final String SELECT =
      """
      SELECT scope, subject, per_transaction, per_day, shards, version
      FROM t_limit FORCE INDEX (PRIMARY)
      """;

  private static final String OF = "(scope = ? AND subject IN ('*', ?))";

  private final JdbcClient jdbc;

  JdbcLimits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Limit> of(List<LimitSubject> subjects) {
    return StoreErrors.ask(() -> select(subjects, ""));
  }

  @Override
  public List<Limit> hold(List<LimitSubject> subjects) {
    JdbcTransactions.require("holding limits");
    return select(subjects, " LOCK IN SHARE MODE");
  }

  private List<Limit> select(List<LimitSubject> subjects, String lock) {
    String where = String.join(" OR ", Collections.nCopies(subjects.size(), OF));
    List<Limit> rows =
        jdbc
            .sql(SELECT + "WHERE " + where + lock)
            .params(subjects.stream().flatMap(JdbcLimits::values).toList())
            .query(JdbcLimits::map)
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    return subjects.stream().flatMap(subject -> limit(rows, subject).stream()).toList();
  }

  private static Stream<String> values(LimitSubject subject) {
    return Stream.of(subject.scope().name(), subject.no());
  }

  private static Optional<Limit> limit(List<Limit> rows, LimitSubject subject) {
    return own(rows, subject).or(() -> own(rows, subject.each()));
  }

  private static Optional<Limit> own(List<Limit> rows, LimitSubject subject) {
    return rows.stream().filter(limit -> limit.subject().equals(subject)).findFirst();
  }

  @Override
  public Optional<Limit> lock(LimitSubject subject) {
    JdbcTransactions.require("locking a limit");
    List<Limit> rows =
        jdbc
            .sql(
                SELECT
                    + """
                    WHERE scope = :scope AND subject IN ('*', :no) ORDER BY subject FOR UPDATE
                    """)
            .param("scope", subject.scope().name())
            .param("no", subject.no())
            .query(JdbcLimits::map)
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    return own(rows, subject);
  }

  @Override
  public void put(Limit limit) {
    int updated =
        write(
            """
            UPDATE t_limit
            SET per_transaction = :perTransaction, per_day = :perDay, shards = :shards,
                version = :version
            WHERE scope = :scope AND subject = :no
            """,
            limit);
    if (!RowCounts.won(updated)) {
      RowCounts.one(
          write(
              """
              INSERT INTO t_limit (scope, subject, per_transaction, per_day, shards, version)
              VALUES (:scope, :no, :perTransaction, :perDay, :shards, :version)
              """,
              limit));
    }
  }

  private int write(String sql, Limit limit) {
    return jdbc.sql(sql)
        .param("perTransaction", PaidTradeRow.amount(limit.perTransaction()))
        .param("perDay", PaidTradeRow.amount(limit.perDay()))
        .param("shards", limit.shards())
        .param("version", limit.version())
        .param("scope", limit.subject().scope().name())
        .param("no", limit.subject().no())
        .update();
  }

  @Override
  public void remove(LimitSubject subject) {
    RowCounts.one(
        jdbc.sql(
                subject.no().equals(LimitSubject.EACH)
                    ? """
                    UPDATE t_limit SET per_transaction = NULL, per_day = NULL
                    WHERE scope = :scope AND subject = :no
                    """
                    : "DELETE FROM t_limit WHERE scope = :scope AND subject = :no")
            .param("scope", subject.scope().name())
            .param("no", subject.no())
            .update());
  }

  @Override
  public List<Limit> after(LimitScope scope, String last, int most) {
    return StoreErrors.ask(
        () ->
            jdbc
                .sql(
                    SELECT
                        + """
                        WHERE scope = :scope AND subject > :last
                          AND COALESCE(per_transaction, per_day) IS NOT NULL
                        ORDER BY subject LIMIT :most
                        """)
                .param("scope", scope.name())
                .param("last", last)
                .param("most", most)
                .query(JdbcLimits::map)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  // The row of '*' stays when its limit is removed, because it serves as the lock.
  private static Optional<Limit> map(ResultSet row, int n) throws SQLException {
    Money perTransaction = money(row.getBigDecimal("per_transaction"));
    Money perDay = money(row.getBigDecimal("per_day"));
    if (perTransaction == null && perDay == null) {
      return Optional.empty();
    }
    LimitSubject subject =
        new LimitSubject(LimitScope.valueOf(row.getString("scope")), row.getString("subject"));
    return Optional.of(
        new Limit(subject, perTransaction, perDay, row.getInt("shards"), row.getInt("version")));
  }

  private static @Nullable Money money(@Nullable BigDecimal amount) {
    return amount == null ? null : Money.cny(amount);
  }
}
