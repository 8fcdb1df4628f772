package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.InMemoryStore;

/** No transaction has to give way to another: all lock in one order. */
record NoDeadlock(InMemoryStore store) implements Invariant {
  @Override
  public void afterChange() {
    if (store.deadlocks() > 0) {
      throw new Violation(this, "a transaction gave way");
    }
  }
}
