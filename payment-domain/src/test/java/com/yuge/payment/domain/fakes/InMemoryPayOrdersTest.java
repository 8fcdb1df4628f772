package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.PayOrdersContract;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;

class InMemoryPayOrdersTest extends PayOrdersContract {
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
