package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditChunk;
import com.yuge.payment.domain.audit.AuditDay;
import com.yuge.payment.domain.audit.AuditFact;
import com.yuge.payment.domain.audit.AuditWalk;
import com.yuge.payment.domain.audit.AuditedLimit;
import com.yuge.payment.domain.audit.LimitSums;
import com.yuge.payment.domain.limit.LimitScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link LimitSums} in t_audit_limit; each statement reads a limited range of a key. */
final class JdbcLimitSums implements LimitSums {
  private static final String SUSPECT =
      """
      UPDATE t_audit_limit SET used = :used, counted = 0 WHERE id = :id
      """;

  private final JdbcClient jdbc;
  private final LimitedOrders orders;

  JdbcLimitSums(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.orders = new LimitedOrders(jdbc);
  }

  @Override
  public AuditChunk step(AuditWalk walk, AuditDay day, long after, long before, int limit) {
    JdbcTransactions.require("summing up what counts against limits");
    return switch (walk) {
      case LIMITS_CLEARED -> clear(limit);
      case LIMITS_BEGUN -> begin(day, after, limit);
      case LIMITS_ORDERS, LIMITS_ORDERS_AGAIN ->
          orders.add(orders.created(day, after, limit), day, after, limit, walk.isAgain());
      case LIMITS_TRADES, LIMITS_TRADES_AGAIN ->
          orders.add(orders.paid(day, after, before, limit), day, after, limit, walk.isAgain());
      case LIMITS_COMPARED, LIMITS_COMPARED_AGAIN -> compare(day, after, limit, walk.isAgain());
      case ORDERS, TRADES, REFUNDS, EVENTS, CALLBACKS, PENDING ->
          throw new IllegalArgumentException("AuditReads walks " + walk);
    };
  }

  @Override
  public boolean isEmpty() {
    return jdbc.sql("SELECT MIN(id) FROM t_audit_limit").query(Long.class).optional().isEmpty();
  }

  private AuditChunk clear(int limit) {
    int rows =
        jdbc.sql("DELETE FROM t_audit_limit WHERE id > 0 ORDER BY id LIMIT ?")
            .param(limit)
            .update();
    return new AuditChunk(List.of(), 0, rows < limit);
  }

  // The walk's row number is the number of the scope. The scope's subjects so far are in the table,
  // so the last of them is known.
  private AuditChunk begin(AuditDay day, long after, int limit) {
    LimitScope[] scopes = LimitScope.values();
    String scope = scopes[Math.toIntExact(after)].name();
    int rows =
        jdbc.sql(
                """
                INSERT INTO t_audit_limit (scope, subject, counted)
                SELECT :scope, u.subject, 0
                FROM t_limit_use u FORCE INDEX (PRIMARY)
                WHERE u.day = :day AND u.scope = :scope AND u.subject > :last
                GROUP BY u.subject ORDER BY u.subject LIMIT :most
                """)
            .param("scope", scope)
            .param("day", day.date())
            .param("last", lastSubject(scope))
            .param("most", limit)
            .update();
    boolean full = rows == limit;
    return new AuditChunk(List.of(), full ? after : after + 1, !full && after + 1 == scopes.length);
  }

  private String lastSubject(String scope) {
    return jdbc.sql(
            """
            SELECT subject FROM t_audit_limit FORCE INDEX (uk_audit_limit_subject)
            WHERE scope = ? ORDER BY subject DESC LIMIT 1
            """)
        .param(scope)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private record Row(long id, AuditedLimit limit) {
    static Row map(ResultSet row, int n) throws SQLException {
      return new Row(
          row.getLong("id"),
          new AuditedLimit(
              LimitScope.valueOf(row.getString("scope")),
              row.getString("subject"),
              row.getBigDecimal("counted"),
              row.getBigDecimal("used_before"),
              row.getBigDecimal("used")));
    }
  }

  private AuditChunk compare(AuditDay day, long after, int limit, boolean again) {
    List<Row> rows =
        jdbc.sql(
                """
                SELECT a.id, a.scope, a.subject, a.counted, a.used AS used_before,
                  (SELECT COALESCE(SUM(u.used), 0) FROM t_limit_use u FORCE INDEX (PRIMARY)
                   WHERE u.scope = a.scope AND u.subject = a.subject AND u.day = :day) AS used
                FROM t_audit_limit a WHERE a.id > :after ORDER BY a.id LIMIT :most
                """)
            .param("day", day.date())
            .param("after", after)
            .param("most", limit)
            .query(Row::map)
            .list();
    drop(rows.stream().filter(row -> again || !row.limit().differs()).map(Row::id).toList());
    if (!again) {
      rows.stream().filter(row -> row.limit().differs()).forEach(this::suspect);
    }
    return new AuditChunk(
        rows.stream().<AuditFact>map(Row::limit).toList(),
        rows.isEmpty() ? after : rows.get(rows.size() - 1).id(),
        rows.size() < limit);
  }

  private void drop(List<Long> ids) {
    RowCounts.all(ids.size(), new NumberedRows("t_audit_limit", ids).remove(jdbc));
  }

  private void suspect(Row row) {
    RowCounts.one(
        jdbc.sql(SUSPECT).param("used", row.limit().used()).param("id", row.id()).update());
  }
}
