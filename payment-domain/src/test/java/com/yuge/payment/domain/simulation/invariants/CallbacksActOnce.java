package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.fakes.Committed;
import java.util.HashSet;
import java.util.Set;

/** A callback is decided once, however often it comes. */
record CallbacksActOnce(Committed committed) implements Invariant {
  @Override
  public void afterChange() {
    Set<String> decided = new HashSet<>();
    for (CallbackRecord line : committed.callbacks().values()) {
      boolean repeat = line.reason().equals("SAME_CALLBACK");
      if (line.signatureValid() && !repeat && !decided.add(line.payload())) {
        throw new Violation(this, "decided twice: " + line.payload());
      }
    }
  }
}
