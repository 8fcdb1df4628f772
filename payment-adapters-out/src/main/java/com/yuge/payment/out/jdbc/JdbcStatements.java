package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementKey;
import com.yuge.payment.domain.statement.StatementLost;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.Statements;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Statements} in t_statement; timed only by the database's clock. */
final class JdbcStatements implements Statements {
  private static final String DUE =
      StatementRow.SELECT
          + """
          FORCE INDEX (idx_statement_due)
          WHERE next_check_at <= UTC_TIMESTAMP(6)
          ORDER BY next_check_at LIMIT ? FOR UPDATE SKIP LOCKED
          """;

  private static final String IN =
      "next_check_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND";

  private final JdbcClient jdbc;
  private final Transactions transactions;

  JdbcStatements(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public void plan(StatementKey key) {
    int unused =
        transactions.single(
            () ->
                jdbc.sql(
                        """
                        INSERT INTO t_statement (channel, merchant, bill_date, kind, state, version,
                          run, attempts, foreign_lines, walk, row_no, discrepancies, next_check_at,
                          created_at, updated_at)
                        VALUES (?, ?, ?, ?, 'WAITING', 0, 1, 0, 0, 'LINES', 0, 0, UTC_TIMESTAMP(6),
                          UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
                        ON DUPLICATE KEY UPDATE kind = t_statement.kind
                        """)
                    .params(key.channel().name(), key.merchant(), key.day(), key.kind())
                    .update());
  }

  @Override
  public Optional<LocalDate> lastPlanned(PayChannel channel, String merchant, String kind) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(
                    """
                    SELECT bill_date FROM t_statement FORCE INDEX (uk_statement_key)
                    WHERE channel = ? AND merchant = ? AND kind = ?
                    ORDER BY bill_date DESC LIMIT 1
                    """)
                .params(channel.name(), merchant, kind)
                .query(LocalDate.class)
                .optional());
  }

  @Override
  public List<Statement> claim(int most, Duration hold) {
    return transactions.call(
        () -> {
          List<Statement> due = jdbc.sql(DUE).param(most).query(StatementRow::map).list();
          return due.stream().map(one -> claim(one, hold)).toList();
        });
  }

  private Statement claim(Statement due, Duration hold) {
    RowCounts.one(
        jdbc.sql("UPDATE t_statement SET version = version + 1, " + IN + " WHERE id = :id")
            .param("micros", NumberedRows.micros(hold))
            .param("id", due.id())
            .update());
    return find(due.id()).orElseThrow();
  }

  @Override
  public void renew(Statement statement, Duration hold) {
    JdbcTransactions.require("keeping a statement");
    int rows =
        jdbc.sql("UPDATE t_statement SET " + IN + " WHERE id = :id AND version = :version")
            .param("micros", NumberedRows.micros(hold))
            .param("id", statement.id())
            .param("version", statement.version())
            .update();
    requireWon(rows, statement);
  }

  @Override
  public void advance(Statement next, @Nullable Duration due) {
    JdbcTransactions.require("advancing a statement");
    requireWon(write(next, due, next.version()), next);
  }

  private int write(Statement next, @Nullable Duration due, long before) {
    return jdbc.sql(
            "UPDATE t_statement SET version = :version, %s, %s WHERE id = :id AND version = :before"
                .formatted(IN, StatementRow.SET))
        .params(StatementRow.values(next))
        .param("version", next.version())
        .param("before", before)
        .param("micros", due == null ? null : NumberedRows.micros(due))
        .param("id", next.id())
        .update();
  }

  private static void requireWon(int rows, Statement statement) {
    if (!RowCounts.won(rows)) {
      throw new StatementLost(statement);
    }
  }

  @Override
  public Optional<Statement> lock(long id) {
    JdbcTransactions.require("locking a statement");
    return jdbc.sql(StatementRow.SELECT + "WHERE id = ? FOR UPDATE")
        .param(id)
        .query(StatementRow::map)
        .optional();
  }

  @Override
  public void again(Statement next, OperatorReason reason, Instant now) {
    JdbcTransactions.require("fetching a statement again");
    RowCounts.one(write(next, Duration.ZERO, next.version() - 1));
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_statement_change (statement_id, run, operator, reason, created_at)
                VALUES (:id, :run, :by, :reason, :now)
                """)
            .param("id", next.id())
            .param("run", next.run())
            .param("by", reason.by())
            .param("reason", reason.reason())
            .param("now", Utc.column(now))
            .update());
  }

  @Override
  public Count count(PayChannel channel, String merchant, LocalDate first, LocalDate last) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(
                    """
                    SELECT COUNT(*) AS planned,
                      COALESCE(SUM(state IN ('MATCHED', 'EMPTY')), 0) AS done
                    FROM t_statement FORCE INDEX (uk_statement_key)
                    WHERE channel = ? AND merchant = ? AND bill_date BETWEEN ? AND ?
                    """)
                .params(channel.name(), merchant, first, last)
                .query((row, n) -> new Count(row.getInt("planned"), row.getInt("done")))
                .single());
  }

  @Override
  public Optional<Statement> find(long id) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(StatementRow.SELECT + "WHERE id = ?")
                .param(id)
                .query(StatementRow::map)
                .optional());
  }

  @Override
  public List<Statement> list(@Nullable StatementState state, long before, int limit) {
    String in =
        state == null ? "WHERE " : "FORCE INDEX (idx_statement_state) WHERE state = :state AND ";
    var list = jdbc.sql(StatementRow.SELECT + in + "id < :before ORDER BY id DESC LIMIT :most");
    return StoreErrors.ask(
        () ->
            (state == null ? list : list.param("state", state.name()))
                .param("before", before)
                .param("most", limit)
                .query(StatementRow::map)
                .list());
  }

  private record Undone(PayChannel channel, LocalDate day) {}

  @Override
  public Map<PayChannel, LocalDate> oldestUndone() {
    return StoreErrors.ask(
        () ->
            jdbc
                .sql(
                    """
                    SELECT channel, MIN(bill_date) AS day
                    FROM t_statement FORCE INDEX (idx_statement_state)
                    WHERE state IN ('WAITING', 'FETCHED', 'PARSED', 'FAILED') GROUP BY channel
                    """)
                .query(
                    (row, n) ->
                        new Undone(
                            new PayChannel(row.getString("channel")),
                            row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Undone::channel, Undone::day)));
  }
}
