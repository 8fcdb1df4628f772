package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.simulation.actors.RefundBooks;
import java.util.HashMap;
import java.util.Map;

/** The channel is called about a refund only after that call was committed. */
record CalledAfterCommit(Committed committed, RefundBooks books) implements Invariant {
  @Override
  public void afterChange() {
    Map<RefundNo, Integer> asks = new HashMap<>();
    committed.refunds().forEach(row -> asks.put(row.refundNo(), row.progress().asks()));
    books
        .calls()
        .forEach(
            (refundNo, calls) -> {
              if (calls > asks.getOrDefault(refundNo, 0)) {
                throw new Violation(this, refundNo + ": " + calls + " calls, here: " + asks);
              }
            });
  }
}
