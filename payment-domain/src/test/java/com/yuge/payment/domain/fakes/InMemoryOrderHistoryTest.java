package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.contracts.OrderHistoryContract;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.OrderHistory;
import com.yuge.payment.domain.order.Outbox;
import com.yuge.payment.domain.shared.Transactions;

class InMemoryOrderHistoryTest extends OrderHistoryContract {
  private final InMemoryStore store = new InMemoryStore();

  @Override
  protected OrderHistory history() {
    return new InMemoryOrderHistory(store);
  }

  @Override
  protected CallbackLog log() {
    return new InMemoryCallbackLog(store);
  }

  @Override
  protected AuditTrail audit() {
    return new InMemoryAuditTrail(store);
  }

  @Override
  protected Outbox outbox() {
    return new InMemoryOutbox(store);
  }

  @Override
  protected Transactions transactions() {
    return store;
  }
}
