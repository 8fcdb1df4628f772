package com.yuge.payment.domain.fakes;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How a transaction waits for another one to end. */
public interface LockWaits {
  /** As long as the database's session waits for a row lock. */
  Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * Tries at once and again after each end of a transaction, until it succeeds.
   *
   * @return false when {@link #PATIENCE} ended first
   */
  boolean until(BooleanSupplier attempt);

  void transactionEnded();
}
