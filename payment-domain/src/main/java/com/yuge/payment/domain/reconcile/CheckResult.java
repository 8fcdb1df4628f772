package com.yuge.payment.domain.reconcile;

/** What one check of an order came to. */
public enum CheckResult {
  /** The channel knew how it ended, and so do we now. */
  DECIDED,
  /** Nobody paid in time: closed at the channel, then here. */
  CLOSED,
  /** Nothing that is owed has been paid yet, and there is time. */
  WAITING,
  /** Paid, after the order had ended unpaid. */
  LATE,
  /** Paid, but not what was owed, or not what was said before: for a person to check. */
  MISMATCH,
  /** The order had ended before, and the channel has no payment of it. */
  UNPAID,
  /** The channel did not say; it is asked again. */
  UNKNOWN,
  /** It has moved since: nothing to do now. */
  MOVED
}
