package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.TransactionsContract;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;

class InMemoryStoreTest extends TransactionsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final PayOrders orders = new InMemoryPayOrders(store, Clock.systemUTC());

  @Override
  protected PayOrders orders() {
    return orders;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }
}
