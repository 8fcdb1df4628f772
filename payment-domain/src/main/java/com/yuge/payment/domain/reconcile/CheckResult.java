package com.yuge.payment.domain.reconcile;

/** The result of one check of an order. */
public enum CheckResult {
  /** The channel reported a final result, and the order has it. */
  DECIDED,
  /** The order was not paid as it asks, and can no longer be paid: it was closed. */
  CLOSED,
  /** The order is still open and will be checked again. */
  WAITING,
  /** Paid after the order had ended unpaid. */
  LATE,
  /** Paid, but not as owed or not as reported before: a person must check it. */
  MISMATCH,
  /** The order had ended before, and the channel has no payment for it. */
  UNPAID,
  /** The channel gave no answer; it is queried again. */
  UNKNOWN,
  /** The order has changed meanwhile; there is nothing to do now. */
  MOVED
}
