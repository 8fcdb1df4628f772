package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentSucceeded;
import com.yuge.payment.domain.shared.OrderNo;
import java.util.HashSet;
import java.util.Set;

/** At most one success is told of an order, whatever else is. */
record OneSuccessEvent(Committed committed) implements Invariant {
  @Override
  public void afterChange() {
    Set<OrderNo> paid = new HashSet<>();
    committed
        .payOrderEvents()
        .filter(PaymentSucceeded.class::isInstance)
        .map(PayOrderEvent::orderNo)
        .forEach(orderNo -> require(paid.add(orderNo), orderNo));
  }

  private void require(boolean first, OrderNo orderNo) {
    if (!first) {
      throw new Violation(this, "two success events of " + orderNo);
    }
  }
}
