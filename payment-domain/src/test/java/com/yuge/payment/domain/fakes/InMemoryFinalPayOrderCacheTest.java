package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.FinalPayOrderCacheContract;
import com.yuge.payment.domain.order.FinalPayOrderCache;

class InMemoryFinalPayOrderCacheTest extends FinalPayOrderCacheContract {
  private final FinalPayOrderCache finals = new InMemoryFinalPayOrderCache();

  @Override
  protected FinalPayOrderCache finals() {
    return finals;
  }
}
