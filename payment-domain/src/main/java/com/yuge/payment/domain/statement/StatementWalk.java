package com.yuge.payment.domain.statement;

/** The parts of a comparison with our books, in their order. */
public enum StatementWalk {
  /** Each line, by its number. */
  LINES,
  /** Each of our payments of the day, to find those that no statement lists. */
  PAYMENTS,
  /** Each of our refunds of the day, to find those that no statement lists. */
  REFUNDS,
  /** Nothing is left. */
  DONE
}
