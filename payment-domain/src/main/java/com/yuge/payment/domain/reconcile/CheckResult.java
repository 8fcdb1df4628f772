package com.yuge.payment.domain.reconcile;

/** The result of one check of an order. */
public enum CheckResult {
  /** The channel reported a final result, and the order has it. */
  DECIDED,
  /** Nobody has paid as the order asks, and nobody can any more: the order was closed. */
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
