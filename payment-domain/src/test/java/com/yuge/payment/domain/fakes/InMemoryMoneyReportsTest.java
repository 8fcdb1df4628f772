package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.MoneyReportsContract;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;

class InMemoryMoneyReportsTest extends MoneyReportsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final PayOrders orders = new InMemoryPayOrders(store, Clock.systemUTC());
  private final PaidTrades trades = new InMemoryPaidTrades(store);
  private final MoneyReports reports = new InMemoryMoneyReports(store);

  @Override
  protected PayOrders orders() {
    return orders;
  }

  @Override
  protected PaidTrades trades() {
    return trades;
  }

  @Override
  protected DueOrders due() {
    return new InMemoryDueOrders(store, store, Clock.systemUTC());
  }

  @Override
  protected MoneyReports reports() {
    return reports;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }

  @Override
  protected void nothingIsReported() {
    // Its store is new for every test.
  }
}
