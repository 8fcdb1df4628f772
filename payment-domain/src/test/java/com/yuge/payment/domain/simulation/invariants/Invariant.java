package com.yuge.payment.domain.simulation.invariants;

/** What must be true of a world; told by a {@link Violation}. */
public interface Invariant {
  /** Looks after a transaction, an arrival at the broker or a payment. */
  default void afterChange() {}

  /** Looks once everything that was to happen has happened. */
  default void atRest() {}
}
