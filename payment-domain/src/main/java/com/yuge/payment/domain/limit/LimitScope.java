package com.yuge.payment.domain.limit;

/**
 * The kind of subject whose payments a limit counts. Rows are locked in the order of the constants.
 */
public enum LimitScope {
  USER,
  MERCHANT
}
