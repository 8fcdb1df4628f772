package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.DiscrepanciesContract;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Discrepancies;
import com.yuge.payment.domain.statement.StatementLines;
import com.yuge.payment.domain.statement.Statements;

class JdbcDiscrepanciesTest extends DiscrepanciesContract {
  @Override
  protected Statements statements() {
    return StatementTables.STATEMENTS;
  }

  @Override
  protected StatementLines lines() {
    return StatementTables.LINES;
  }

  @Override
  protected Discrepancies discrepancies() {
    return new JdbcDiscrepancies(StatementTables.JDBC, StatementTables.TRANSACTIONS);
  }

  @Override
  protected Transactions transactions() {
    return StatementTables.TRANSACTIONS;
  }

  @Override
  protected void empty() {
    StatementTables.clear();
  }
}
