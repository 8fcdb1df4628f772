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
    for (PayOrderEvent event : committed.events().values()) {
      if (event instanceof PaymentSucceeded && !paid.add(event.orderNo())) {
        throw new Violation(this, "two success events of " + event.orderNo());
      }
    }
  }
}
