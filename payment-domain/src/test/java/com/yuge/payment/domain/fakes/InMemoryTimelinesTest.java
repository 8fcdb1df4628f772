package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.contracts.TimelinesContract;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.Timelines;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.Transactions;

class InMemoryTimelinesTest extends TimelinesContract {
  private final InMemoryStore store = new InMemoryStore();

  @Override
  protected Timelines timelines() {
    return new InMemoryTimelines(store);
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
