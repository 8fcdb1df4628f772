package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.PayNo;
import java.util.HashMap;
import java.util.Map;

/** Each change of an order is a version of its own: no write is lost under another. */
final class VersionsCount implements Invariant {
  private final Committed committed;
  private final Map<PayNo, PayOrder> seen = new HashMap<>();

  VersionsCount(Committed committed) {
    this.committed = committed;
  }

  @Override
  public void afterChange() {
    for (PayOrder order : committed.orders()) {
      PayOrder before = seen.put(order.payNo(), order);
      int expected = before == null ? 0 : before.version() + (before.equals(order) ? 0 : 1);
      if (order.version() != expected) {
        throw new Violation(this, order.payNo() + " is at v" + order.version());
      }
    }
  }
}
