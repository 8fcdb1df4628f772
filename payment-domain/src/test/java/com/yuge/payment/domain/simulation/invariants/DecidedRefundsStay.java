package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.shared.RefundNo;
import java.util.HashMap;
import java.util.Map;

/** A decided refund stays decided; a failed one may turn out to be made, once. */
final class DecidedRefundsStay implements Invariant {
  private final Committed committed;
  private final Map<RefundNo, Refund> before = new HashMap<>();

  DecidedRefundsStay(Committed committed) {
    this.committed = committed;
  }

  @Override
  public void afterChange() {
    for (Refund refund : committed.refunds()) {
      Refund then = before.put(refund.refundNo(), refund);
      if (then != null && !mayBecome(then, refund)) {
        throw new Violation(this, "was " + then + ", is " + refund);
      }
    }
  }

  private static boolean mayBecome(Refund then, Refund now) {
    boolean same = then.terms().equals(now.terms()) && then.version() <= now.version();
    boolean stays = then.isUndecided() || then.status() == now.status();
    return same && stays && (!then.isDone() || now.isDone());
  }
}
