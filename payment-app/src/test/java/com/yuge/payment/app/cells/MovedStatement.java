package com.yuge.payment.app.cells;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.PaidOrders.Paid;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement that both cells have read. Its number ends in the slot's digits, but it is of no
 * slot: its lines are, and what they showed.
 */
final class MovedStatement {
  private static final int DAYS_AGO = 10;
  private static final int ID = 100 + Cells.MOVED;
  private static final int ID_IN_B = 206;
  private static final String KEY = "STATEMENT-" + ID;

  private final JdbcClient a;
  private final JdbcClient b;

  /** With an event that came before, and its key blocked: it may not keep the slot waiting. */
  MovedStatement(Cells cells) {
    this.a = cells.a.jdbc();
    this.b = cells.b.jdbc();
    add(a, ID, DAYS_AGO);
    add(a, ID + 1, DAYS_AGO + 1); // The second cell never had this day.
    add(b, ID_IN_B, DAYS_AGO);
    change(
        """
        INSERT INTO t_outbox_event (event_id, partition_no, aggregate_key, tag, payload, headers,
          created_at)
        VALUES (?, 0, ?, 'STATEMENT_MATCHED', '{}', '{}', UTC_TIMESTAMP(6))
        """,
        KEY + "-1",
        KEY);
    change("INSERT INTO t_outbox_blocked VALUES (?, 1, 'of the proof', UTC_TIMESTAMP(6))", KEY);
  }

  private static void add(JdbcClient jdbc, int id, int daysAgo) {
    int unused =
        jdbc.sql(
                """
                INSERT INTO t_statement (id, channel, merchant, bill_date, kind, state, version,
                  run, attempts, foreign_lines, walk, row_no, discrepancies, created_at, updated_at)
                VALUES (?, 'MOCK', 'of the proof', CURRENT_DATE - INTERVAL ? DAY, 'ALL', 'MATCHED',
                  1, 1, 0, 0, 'DONE', 0, 0, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
                """)
            .params(id, daysAgo)
            .update();
  }

  private void change(String sql, Object... parameters) {
    int unused = a.sql(sql).params(parameters).update();
  }

  /** Only the first cell has kept the line, and what it showed. */
  void lists(Paid paid) {
    for (int statement : List.of(ID, ID + 1)) {
      change(
          """
          INSERT INTO t_statement_line (statement_id, line_no, pay_no, trade_no, amount, fee,
            revoked, dated_at, created_at)
          VALUES (?, 3, ?, ?, 5.01, 0, 0, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
          """,
          statement,
          paid.payNo(),
          paid.tradeNo());
    }
    change(
        """
        INSERT INTO t_discrepancy (channel, kind, subject, statement_id, line_no, pay_no, ours,
          theirs, state, queries, first_seen, last_seen)
        VALUES ('MOCK', 'SHORT_CASH', ?, ?, 3, ?, '5.00', '5.01', 'OPEN', 4, UTC_TIMESTAMP(6),
          UTC_TIMESTAMP(6))
        """,
        paid.tradeNo(),
        ID,
        paid.payNo());
    change(
        """
        INSERT INTO t_discrepancy_change (discrepancy_id, operator, reason, created_at)
        SELECT id, 'wang', 'not theirs', UTC_TIMESTAMP(6) FROM t_discrepancy WHERE subject = ?
        """,
        paid.tradeNo());
  }

  void requireMoved(Paid paid) {
    assertThat(count(a, "t_discrepancy", "pay_no", paid.payNo())).isZero();
    assertThat(count(a, "t_discrepancy_change", "operator", "wang")).isZero();
    assertThat(listed(paid))
        .containsExactly(Map.of("merchant", "of the proof", "line_no", 3, "operator", "wang"));
    assertThat(count(b, "t_statement_line", "pay_no", paid.payNo())).isOne();
  }

  /** The line, its discrepancy and the discrepancy's history, under the second cell's number. */
  private List<Map<String, Object>> listed(Paid paid) {
    return b.sql(
            """
            SELECT s.merchant, l.line_no, c.operator
            FROM t_statement s
            JOIN t_statement_line l ON l.statement_id = s.id
            JOIN t_discrepancy d ON d.statement_id = s.id AND d.line_no = l.line_no
            JOIN t_discrepancy_change c ON c.discrepancy_id = d.id
            WHERE l.pay_no = ? AND d.subject = ? AND d.state = 'OPEN'
            """)
        .params(paid.payNo(), paid.tradeNo())
        .query()
        .listOfRows();
  }

  /** The statement's event stays where the statement is. */
  void requireEventStays() {
    assertThat(count(a, "t_outbox_event", "aggregate_key", KEY)).isOne();
    assertThat(count(b, "t_outbox_event", "aggregate_key", KEY)).isZero();
    change("DELETE FROM t_outbox_blocked WHERE aggregate_key = ?", KEY);
  }

  private static int count(JdbcClient jdbc, String table, String column, String value) {
    return jdbc.sql("SELECT COUNT(*) FROM %s WHERE %s = ?".formatted(table, column))
        .param(value)
        .query(Integer.class)
        .single();
  }
}
