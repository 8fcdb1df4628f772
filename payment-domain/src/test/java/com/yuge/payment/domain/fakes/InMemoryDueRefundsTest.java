package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.DueRefundsContract;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.refund.DueRefunds;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;

class InMemoryDueRefundsTest extends DueRefundsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final PayOrders orders = new InMemoryPayOrders(store, Clock.systemUTC());
  private final InMemoryRefunds refunds = new InMemoryRefunds(store, store, Clock.systemUTC());

  @Override
  protected PayOrders orders() {
    return orders;
  }

  @Override
  protected Refunds refunds() {
    return refunds;
  }

  @Override
  protected DueRefunds due() {
    return refunds;
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
