package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.LimitsContract;
import com.yuge.payment.domain.limit.Limits;
import com.yuge.payment.domain.shared.Transactions;

class InMemoryLimitsTest extends LimitsContract {
  private final InMemoryStore store = new InMemoryStore();

  @Override
  protected Limits limits() {
    return new InMemoryLimits(store);
  }

  @Override
  protected Transactions transactions() {
    return store;
  }
}
