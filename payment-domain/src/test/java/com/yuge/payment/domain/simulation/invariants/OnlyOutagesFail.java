package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.simulation.actors.Fleet;

/** A use case fails by an outage, or not at all. */
record OnlyOutagesFail(Fleet fleet) implements Invariant {
  @Override
  public void afterChange() {
    Throwable bug = fleet.surprise();
    if (bug != null) {
      throw new Violation(this, bug.toString());
    }
  }
}
