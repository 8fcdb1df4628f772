package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.fixtures.StatementBook;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Statement;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of statements as tests want them. */
final class StatementTables {
  static final JdbcClient JDBC = TestDatabase.jdbc();
  static final Transactions TRANSACTIONS = TestDatabase.transactions();
  static final JdbcStatements STATEMENTS = new JdbcStatements(JDBC, TRANSACTIONS);
  static final JdbcStatementFiles FILES = new JdbcStatementFiles(JDBC, TRANSACTIONS, STATEMENTS);
  static final JdbcStatementLines LINES = new JdbcStatementLines(JDBC);

  private StatementTables() {}

  static void clear() {
    for (String table :
        List.of(
            "t_statement",
            "t_statement_chunk",
            "t_statement_line",
            "t_statement_change",
            "t_discrepancy",
            "t_discrepancy_change")) {
      int unused = JDBC.sql("DELETE FROM " + table).update();
    }
  }

  /** Removes what contracts book late in time, because rows of other tests follow it. */
  static void clearBooks() {
    int unused =
        JDBC.sql("DELETE FROM t_pay_trade WHERE received_at > '2031-01-01' OR trade_no LIKE 'T_'")
            .update();
    unused = JDBC.sql("DELETE FROM t_pay_refund WHERE created_at > '2031-01-01'").update();
  }

  /** A statement of a day, claimed by this test. */
  static Statement claimed(LocalDate day) {
    return StatementBook.claimed(STATEMENTS, day);
  }

  static void add(Statement statement, StatementLine... lines) {
    StatementBook.add(TRANSACTIONS, LINES, statement, lines);
  }

  /** A part of the first run's file. */
  static void addPart(Statement statement, int part) {
    RowCounts.one(
        JDBC.sql(
                """
                INSERT INTO t_statement_chunk (statement_id, run, part_no, content, created_at)
                VALUES (?, 1, ?, 'x', UTC_TIMESTAMP(6))
                """)
            .params(statement.id(), part)
            .update());
  }

  static int rows(String table) {
    return JDBC.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
  }

  static void set(String table, String change) {
    int unused = JDBC.sql("UPDATE " + table + " SET " + change).update();
  }
}
