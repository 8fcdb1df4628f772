package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.MoneyReportsContract;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.Transactions;

class JdbcMoneyReportsTest extends MoneyReportsContract {
  @Override
  protected PayOrders orders() {
    return new JdbcPayOrders(TestDatabase.jdbc());
  }

  @Override
  protected PaidTrades trades() {
    return new JdbcPaidTrades(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  @Override
  protected DueOrders due() {
    return new JdbcDueOrders(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  @Override
  protected MoneyReports reports() {
    return new JdbcMoneyReports(TestDatabase.jdbc());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  @Override
  protected void nothingIsReported() {
    for (String statement :
        new String[] {
          "DELETE FROM t_pay_trade", "DELETE FROM t_pay_trade_claim", "DELETE FROM t_pay_order"
        }) {
      int unused = TestDatabase.jdbc().sql(statement).update();
    }
  }
}
