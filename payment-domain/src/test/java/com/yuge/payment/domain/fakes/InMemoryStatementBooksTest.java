package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.StatementBooksContract;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.StatementBooks;
import com.yuge.payment.domain.statement.StatementLines;
import com.yuge.payment.domain.statement.Statements;
import java.time.Clock;

class InMemoryStatementBooksTest extends StatementBooksContract {
  private final InMemoryStore store = new InMemoryStore();
  private final Statements statements = new InMemoryStatements(store, Clock.systemUTC());
  private final PayOrders orders = new InMemoryPayOrders(store, Clock.systemUTC());
  private final PaidTrades trades = new InMemoryPaidTrades(store);
  private final Refunds refunds = new InMemoryRefunds(store, store, Clock.systemUTC());
  private final StatementLines lines = new InMemoryStatementLines(store);
  private final StatementBooks books = new InMemoryStatementBooks(store);

  @Override
  protected Statements statements() {
    return statements;
  }

  @Override
  protected PayOrders orders() {
    return orders;
  }

  @Override
  protected PaidTrades trades() {
    return trades;
  }

  @Override
  protected Refunds refunds() {
    return refunds;
  }

  @Override
  protected StatementLines lines() {
    return lines;
  }

  @Override
  protected StatementBooks books() {
    return books;
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
