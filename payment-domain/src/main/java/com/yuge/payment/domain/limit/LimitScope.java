package com.yuge.payment.domain.limit;

/** Whose payments a limit counts. Rows are locked in the order of the constants. */
public enum LimitScope {
  USER,
  MERCHANT
}
