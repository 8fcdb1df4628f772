package com.yuge.payment.domain.statement;

/** What of a statement is compared with our books, one after the other. */
public enum StatementWalk {
  /** Each line, by its number. */
  LINES,
  /** Each of our payments of the day: is it in a statement? */
  PAYMENTS,
  /** Each of our refunds of the day. */
  REFUNDS,
  /** Nothing is left. */
  DONE
}
