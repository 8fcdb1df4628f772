package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.DueOrdersContract;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;

class InMemoryDueOrdersTest extends DueOrdersContract {
  private final InMemoryStore store = new InMemoryStore();
  private final PayOrders orders = new InMemoryPayOrders(store, Clock.systemUTC());
  private final DueOrders due = new InMemoryDueOrders(store, store, Clock.systemUTC());

  @Override
  protected PayOrders orders() {
    return orders;
  }

  @Override
  protected DueOrders due() {
    return due;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }

  @Override
  protected void nothingIsDue() {
    // Its store is new for every test.
  }
}
