package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.LimitUsesContract;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.shared.Transactions;

class InMemoryLimitUsesTest extends LimitUsesContract {
  private final InMemoryStore store = new InMemoryStore();

  @Override
  protected LimitUses uses() {
    return new InMemoryLimitUses(store);
  }

  @Override
  protected Transactions transactions() {
    return store;
  }
}
