package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.FinalPayOrdersContract;
import com.yuge.payment.domain.order.FinalPayOrders;

class InMemoryFinalPayOrdersTest extends FinalPayOrdersContract {
  private final FinalPayOrders finals = new InMemoryFinalPayOrders();

  @Override
  protected FinalPayOrders finals() {
    return finals;
  }
}
