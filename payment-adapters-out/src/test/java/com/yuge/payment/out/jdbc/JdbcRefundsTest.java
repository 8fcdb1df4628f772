package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.RefundsContract;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Transactions;

class JdbcRefundsTest extends RefundsContract {
  @Override
  protected PayOrders orders() {
    return new JdbcPayOrders(TestDatabase.jdbc());
  }

  @Override
  protected Refunds refunds() {
    return new JdbcRefunds(TestDatabase.jdbc());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }
}
