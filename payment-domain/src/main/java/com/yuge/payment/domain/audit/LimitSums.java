package com.yuge.payment.domain.audit;

/**
 * Sums what the orders of a day count against limits. The sums are stored, because there may be as
 * many as users.
 */
public interface LimitSums {
  /**
   * Makes the next step of a walk over limits; the open transaction stores it with its progress.
   *
   * @param before the last order that is not walked by the number of its row
   */
  AuditChunk step(AuditWalk walk, AuditDay day, long after, long before, int limit);

  /** Whether no subject's orders must be read again. */
  boolean isEmpty();
}
