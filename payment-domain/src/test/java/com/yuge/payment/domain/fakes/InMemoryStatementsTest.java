package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.StatementsContract;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Statements;
import java.time.Clock;
import java.util.List;

class InMemoryStatementsTest extends StatementsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final Statements statements = new InMemoryStatements(store, Clock.systemUTC());

  @Override
  protected Statements statements() {
    return statements;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }

  @Override
  protected void empty() {
    // Its store is new for every test.
  }

  @Override
  protected List<String> requests() {
    return store.statements.requests.rows().stream()
        .map(
            row ->
                String.join(
                    " ",
                    "" + row.statement(),
                    "" + row.run(),
                    row.reason().by(),
                    row.reason().reason()))
        .toList();
  }
}
