package com.yuge.payment.domain.simulation.invariants;

/** An invariant does not hold. */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String invariant;

  Violation(Invariant invariant, String what) {
    super(invariant.getClass().getSimpleName() + ": " + what);
    this.invariant = invariant.getClass().getSimpleName();
  }

  public String invariant() {
    return invariant;
  }
}
