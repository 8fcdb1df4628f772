package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Set;

/** An order that the channel may know is never INIT. */
record OpenedMeansPaying(Committed committed, Set<PayNo> opened) implements Invariant {
  @Override
  public void afterChange() {
    for (PayNo payNo : opened) {
      PayOrder order = committed.order(payNo);
      if (order == null || order.status() == PayStatus.INIT) {
        throw new Violation(this, payNo + " is known to the channel");
      }
    }
  }
}
