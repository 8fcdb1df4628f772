package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.RefundReportsContract;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.refund.RefundReports;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.Transactions;

class JdbcRefundReportsTest extends RefundReportsContract {
  @Override
  protected PayOrders orders() {
    return new JdbcPayOrders(TestDatabase.jdbc());
  }

  @Override
  protected Refunds refunds() {
    return new JdbcRefunds(TestDatabase.jdbc());
  }

  @Override
  protected RefundReports reports() {
    return new JdbcRefundReports(TestDatabase.jdbc());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  @Override
  protected void nothingIsReported() {
    int unused = TestDatabase.jdbc().sql("DELETE FROM t_pay_refund").update();
  }
}
