package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.simulation.actors.RefundBooks;

/** A refund has succeeded only where the channel has made it, or people have. */
record SucceededIsMade(Committed committed, RefundBooks books) implements Invariant {
  @Override
  public void afterChange() {
    for (Refund refund : committed.refunds()) {
      if (refund.isDone() && books.find(refund.refundNo()).filter(r -> r.isMade()).isEmpty()) {
        throw new Violation(this, "the channel has not made " + refund);
      }
    }
  }
}
