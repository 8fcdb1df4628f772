package com.yuge.payment.domain.audit;

/**
 * Sums what the orders of a day count against limits. The sums are stored, because there may be one
 * for each user.
 */
public interface LimitSums {
  /**
   * Makes the next step of a walk over limits; the open transaction stores the sums with the
   * progress.
   *
   * @param before the last order below the first walk; older orders are reached through their
   *     payments only
   */
  AuditChunk step(AuditWalk walk, AuditDay day, long after, long before, int limit);

  /** Whether no subject differs, so that no orders must be read again. */
  boolean isEmpty();
}
