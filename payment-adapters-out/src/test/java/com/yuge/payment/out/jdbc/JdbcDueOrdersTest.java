package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.DueOrdersContract;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.Transactions;

class JdbcDueOrdersTest extends DueOrdersContract {
  @Override
  protected PayOrders orders() {
    return new JdbcPayOrders(TestDatabase.jdbc());
  }

  @Override
  protected DueOrders due() {
    return new JdbcDueOrders(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  @Override
  protected void nothingIsDue() {
    postponeAll();
  }

  static void postponeAll() {
    TestDatabase.jdbc()
        .sql("UPDATE t_pay_order SET next_check_at = UTC_TIMESTAMP(6) + INTERVAL 1 YEAR")
        .update();
  }
}
