package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.contracts.OrderHistoryContract;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.OrderHistory;
import com.yuge.payment.domain.order.Outbox;
import com.yuge.payment.domain.shared.Transactions;

class JdbcOrderHistoryTest extends OrderHistoryContract {
  @Override
  protected OrderHistory history() {
    return new JdbcOrderHistory(TestDatabase.jdbc());
  }

  @Override
  protected CallbackLog log() {
    return new JdbcCallbackLog(TestDatabase.jdbc());
  }

  @Override
  protected AuditTrail audit() {
    return new JdbcAuditTrail(TestDatabase.jdbc());
  }

  @Override
  protected Outbox outbox() {
    return OutboxTables.outbox(partition -> {});
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }
}
