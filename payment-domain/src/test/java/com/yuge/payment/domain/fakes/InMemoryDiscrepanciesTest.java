package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.DiscrepanciesContract;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Discrepancies;
import com.yuge.payment.domain.statement.StatementLines;
import com.yuge.payment.domain.statement.Statements;
import java.time.Clock;

class InMemoryDiscrepanciesTest extends DiscrepanciesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final Statements statements = new InMemoryStatements(store, Clock.systemUTC());
  private final StatementLines lines = new InMemoryStatementLines(store);
  private final Discrepancies discrepancies = new InMemoryDiscrepancies(store, Clock.systemUTC());

  @Override
  protected Statements statements() {
    return statements;
  }

  @Override
  protected StatementLines lines() {
    return lines;
  }

  @Override
  protected Discrepancies discrepancies() {
    return discrepancies;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }

  @Override
  protected void empty() {
    // Its store is new for every test.
  }
}
