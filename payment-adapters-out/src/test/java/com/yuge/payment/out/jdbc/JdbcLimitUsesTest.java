package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.contracts.LimitUsesContract;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.shared.Transactions;

class JdbcLimitUsesTest extends LimitUsesContract {
  @Override
  protected LimitUses uses() {
    return new JdbcLimitUses(TestDatabase.jdbc());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }
}
