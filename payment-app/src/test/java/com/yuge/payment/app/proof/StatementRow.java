package com.yuge.payment.app.proof;

import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.domain.statement.StatementWalk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statement of one day at MOCK, as the database has it. */
record StatementRow(JdbcClient jdbc, LocalDate day) {
  private static final List<String> RESULTS =
      List.of("t_statement_chunk", "t_statement_line", "t_discrepancy", "t_discrepancy_change");

  /** How far it is. */
  record Now(long id, long version, StatementState state, StatementWalk walk, long row) {}

  /**
   * No statement is known but that of the day before, so that those from the day on are next. That
   * one is there before the others go: whenever the service looks for the last one, it finds one.
   */
  void begin() {
    RESULTS.forEach(table -> run("DELETE FROM " + table));
    LocalDate before = day.minusDays(1);
    int unused =
        jdbc.sql(
                """
                INSERT INTO t_statement (channel, merchant, bill_date, kind, state, version, run,
                  attempts, foreign_lines, walk, row_no, discrepancies, created_at, updated_at)
                VALUES ('MOCK', 'MOCK', ?, 'ALL', 'EMPTY', 1, 1, 0, 0, 'DONE', 0, 0, NOW(), NOW())
                ON DUPLICATE KEY UPDATE kind = kind
                """)
            .param(before)
            .update();
    run("DELETE FROM t_statement WHERE bill_date <> '" + before + "'");
  }

  Optional<Now> now() {
    return jdbc.sql("SELECT id, version, state, walk, row_no FROM t_statement WHERE bill_date = ?")
        .param(day)
        .query(
            (row, n) ->
                new Now(
                    row.getLong("id"),
                    row.getLong("version"),
                    StatementState.valueOf(row.getString("state")),
                    StatementWalk.valueOf(row.getString("walk")),
                    row.getLong("row_no")))
        .optional();
  }

  boolean hasLines() {
    return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM t_statement_line LIMIT 1) l")
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The instance that had reserved statements is dead for long. */
  void holdsEnd() {
    run(
        """
        UPDATE t_statement SET next_check_at = UTC_TIMESTAMP(6)
        WHERE next_check_at > UTC_TIMESTAMP(6)
        """);
  }

  Set<String> discrepancies() {
    return Set.copyOf(
        jdbc.sql("SELECT CONCAT_WS(' ', kind, subject, state) FROM t_discrepancy")
            .query(String.class)
            .list());
  }

  private void run(String sql) {
    int unused = jdbc.sql(sql).update();
  }
}
