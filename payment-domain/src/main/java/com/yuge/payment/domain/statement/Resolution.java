package com.yuge.payment.domain.statement;

/** How a discrepancy was resolved. */
public enum Resolution {
  /** The channel was queried, and now our books agree. */
  QUERY,
  /** A later file lists it, or is complete. */
  LATER_FILE,
  /** The money was given back. */
  REFUNDED,
  /** An operator accepts the difference as correct. */
  ACCEPTED,
  /** We bear the loss. */
  WRITTEN_OFF
}
