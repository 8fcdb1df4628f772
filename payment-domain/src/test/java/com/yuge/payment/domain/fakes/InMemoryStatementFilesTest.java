package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.StatementFilesContract;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.StatementFiles;
import com.yuge.payment.domain.statement.Statements;
import java.time.Clock;

class InMemoryStatementFilesTest extends StatementFilesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final Statements statements = new InMemoryStatements(store, Clock.systemUTC());
  private final StatementFiles files = new InMemoryStatementFiles(store, statements);

  @Override
  protected Statements statements() {
    return statements;
  }

  @Override
  protected StatementFiles files() {
    return files;
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
