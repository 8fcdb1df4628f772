package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.DueRefundsContract;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.refund.DueRefunds;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Transactions;

class JdbcDueRefundsTest extends DueRefundsContract {
  @Override
  protected PayOrders orders() {
    return new JdbcPayOrders(TestDatabase.jdbc());
  }

  @Override
  protected Refunds refunds() {
    return new JdbcRefunds(TestDatabase.jdbc());
  }

  @Override
  protected DueRefunds due() {
    return new JdbcDueRefunds(TestDatabase.jdbc(), TestDatabase.transactions());
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
    int unused =
        TestDatabase.jdbc()
            .sql("UPDATE t_pay_refund SET next_check_at = UTC_TIMESTAMP(6) + INTERVAL 1 YEAR")
            .update();
  }
}
