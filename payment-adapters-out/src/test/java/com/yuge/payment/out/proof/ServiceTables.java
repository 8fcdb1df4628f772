package com.yuge.payment.out.proof;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service's tables, which a test may look into and set back. */
record ServiceTables(JdbcClient jdbc) {
  private static final List<String> BOOKS = List.of("t_pay_order", "t_pay_trade", "t_pay_refund");
  private static final List<String> STATEMENTS =
      List.of(
          "t_statement",
          "t_statement_chunk",
          "t_statement_line",
          "t_statement_change",
          "t_discrepancy",
          "t_discrepancy_change");

  /** Their numbers are unique for ever, so that what is done again needs them empty. */
  private static final List<String> EVENTS = List.of("t_outbox_pending", "t_outbox_event");

  void clear() {
    Stream.of(BOOKS, STATEMENTS, EVENTS).flatMap(List::stream).forEach(this::clear);
  }

  private void clear(String table) {
    run(
        "DELETE FROM "
            + table
            + (table.equals("t_outbox_pending") ? " WHERE aggregate_key <> ''" : ""));
  }

  /** Remembers everything as it is now. */
  void keep() {
    Stream.of(BOOKS, STATEMENTS)
        .flatMap(List::stream)
        .forEach(
            table -> {
              run("DROP TABLE IF EXISTS kept_" + table);
              run("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table);
            });
  }

  /** Everything is as it was kept. */
  void restore() {
    clear();
    Stream.of(BOOKS, STATEMENTS)
        .flatMap(List::stream)
        .forEach(table -> run("INSERT INTO " + table + " SELECT * FROM kept_" + table));
  }

  private void run(String sql) {
    int unused = jdbc.sql(sql).update();
  }

  /** As long as an instance that crashed had reserved it, and longer. */
  void holdsEnd() {
    for (String table : List.of("t_statement", "t_discrepancy")) {
      run(
          "UPDATE "
              + table
              + " SET next_check_at = UTC_TIMESTAMP(6) WHERE next_check_at IS NOT NULL");
    }
  }

  /** What a line must never change by itself. */
  List<String> books() {
    return jdbc.sql(
            """
            SELECT CONCAT_WS(' ', pay_no, status, version, updated_at) FROM t_pay_order
            UNION ALL
            SELECT CONCAT_WS(' ', trade_no, pay_no, kind, amount, state, resolved_by)
            FROM t_pay_trade
            UNION ALL
            SELECT CONCAT_WS(' ', refund_no, status, accepted_at, refunded_at, version)
            FROM t_pay_refund
            ORDER BY 1
            """)
        .query(String.class)
        .list();
  }
}
