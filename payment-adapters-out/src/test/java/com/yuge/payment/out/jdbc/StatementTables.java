package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of statements as tests want them. */
final class StatementTables {
  static final PayChannel CHANNEL = new PayChannel("MOCK");
  static final String MERCHANT = "M1";
  static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
  static final OperatorReason REASON = new OperatorReason("li", "checked by phone");
  static final Duration HOLD = Duration.ofMinutes(5);

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

  static StatementKey key(LocalDate day) {
    return new StatementKey(CHANNEL, MERCHANT, day, "ALL");
  }

  /** A statement of a day, claimed by this test. */
  static Statement claimed(LocalDate day) {
    STATEMENTS.plan(key(day));
    return STATEMENTS.claim(100, HOLD).stream()
        .filter(one -> one.key().day().equals(day))
        .findFirst()
        .orElseThrow();
  }

  static StatementLine payment(int number, String payNo, String tradeNo) {
    return line(number, payNo, tradeNo, null);
  }

  static StatementLine line(int number, String payNo, String tradeNo, @Nullable String refundNo) {
    return new StatementLine(
        number,
        payNo,
        tradeNo,
        refundNo,
        refundNo == null ? null : "C" + refundNo,
        new BigDecimal("12.30"),
        new BigDecimal("0.07380"),
        false,
        NOON);
  }

  static void add(Statement statement, StatementLine... lines) {
    TRANSACTIONS.run(() -> LINES.add(statement, List.of(lines)));
  }

  static int rows(String table) {
    return JDBC.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
  }

  static void set(String table, String change) {
    int unused = JDBC.sql("UPDATE " + table + " SET " + change).update();
  }
}
