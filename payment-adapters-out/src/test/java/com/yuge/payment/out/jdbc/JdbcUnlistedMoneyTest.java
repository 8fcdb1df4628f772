package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.UnlistedMoneyContract;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.StatementBooks;
import com.yuge.payment.domain.statement.StatementLines;
import com.yuge.payment.domain.statement.Statements;
import org.junit.jupiter.api.AfterEach;

class JdbcUnlistedMoneyTest extends UnlistedMoneyContract {
  @Override
  protected Statements statements() {
    return StatementTables.STATEMENTS;
  }

  @Override
  protected PayOrders orders() {
    return new JdbcPayOrders(StatementTables.JDBC);
  }

  @Override
  protected PaidTrades trades() {
    return new JdbcPaidTrades(StatementTables.JDBC, StatementTables.TRANSACTIONS);
  }

  @Override
  protected Refunds refunds() {
    return new JdbcRefunds(StatementTables.JDBC);
  }

  @Override
  protected StatementLines lines() {
    return StatementTables.LINES;
  }

  @Override
  protected StatementBooks books() {
    return new JdbcStatementBooks(StatementTables.JDBC);
  }

  @Override
  protected Transactions transactions() {
    return StatementTables.TRANSACTIONS;
  }

  @Override
  @AfterEach
  protected void empty() {
    StatementTables.clear();
    StatementTables.clearBooks();
  }
}
