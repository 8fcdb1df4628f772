package com.yuge.payment.domain.reconcile;

/** What one look at an open order came to. */
public enum Look {
  /** The channel knew how it ended, and so do we now. */
  DECIDED,
  /** Nobody paid in time: closed at the channel, then here. */
  CLOSED,
  /** Nothing that is owed has been paid yet, and there is time. */
  WAITING,
  /** Paid, after the order had ended unpaid while the channel was asked. */
  LATE,
  /** Paid, but not what was owed: recorded for a person, this time for the first. */
  MISMATCH,
  /** The channel did not say; it is asked again. */
  UNKNOWN,
  /** It had ended, or has moved since: nothing to do now. */
  MOVED
}
