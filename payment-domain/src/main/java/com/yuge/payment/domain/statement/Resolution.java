package com.yuge.payment.domain.statement;

/** How a discrepancy was resolved. */
public enum Resolution {
  /** The channel was queried, and now our books agree. */
  QUERY,
  /** A later file lists it, or is whole. */
  LATER_FILE,
  /** The money was given back. */
  REFUNDED,
  /** It is as it should be. */
  ACCEPTED,
  /** The loss is borne. */
  WRITTEN_OFF
}
