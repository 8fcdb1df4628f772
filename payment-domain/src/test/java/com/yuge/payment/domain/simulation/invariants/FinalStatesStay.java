package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.PayNo;
import java.util.HashMap;
import java.util.Map;

/** A final status never changes, nor does the trade that decided it. */
final class FinalStatesStay implements Invariant {
  private final Committed committed;
  private final Map<PayNo, String> decided = new HashMap<>();

  FinalStatesStay(Committed committed) {
    this.committed = committed;
  }

  @Override
  public void afterChange() {
    for (PayOrder order : committed.orders()) {
      if (order.status().isFinal()) {
        String now = order.status() + " by " + order.channelTradeNo();
        String before = decided.putIfAbsent(order.payNo(), now);
        if (before != null && !before.equals(now)) {
          throw new Violation(this, order.payNo() + " was " + before + ", is " + now);
        }
      } else if (decided.containsKey(order.payNo())) {
        throw new Violation(this, order.payNo() + " is open again");
      }
    }
  }
}
