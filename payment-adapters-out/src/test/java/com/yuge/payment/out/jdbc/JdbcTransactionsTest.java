package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.TransactionsContract;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.Transactions;

class JdbcTransactionsTest extends TransactionsContract {
  @Override
  protected PayOrders orders() {
    return new JdbcPayOrders(TestDatabase.jdbc());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }
}
