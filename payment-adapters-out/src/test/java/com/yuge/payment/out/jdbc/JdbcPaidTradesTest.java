package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.PaidTradesContract;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.Transactions;

class JdbcPaidTradesTest extends PaidTradesContract {
  @Override
  protected PayOrders orders() {
    return new JdbcPayOrders(TestDatabase.jdbc());
  }

  @Override
  protected PaidTrades trades() {
    return new JdbcPaidTrades(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }
}
