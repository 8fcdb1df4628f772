package com.yuge.payment.domain.statement;

/** How far a statement is. */
public enum StatementState {
  /** The channel is asked for it at intervals. */
  WAITING,
  /** The file is kept as it came. */
  FETCHED,
  /** Its lines are kept, and their sums are those that it tells. */
  PARSED,
  /** Each of its lines was compared with our books. */
  MATCHED,
  /** The channel has no statement for the day, and our books have nothing either. */
  EMPTY,
  /** It could not be fetched, read or matched; an operator may have it fetched again. */
  FAILED;

  /** Whether all that the channel lists is known. */
  boolean isDone() {
    return this == MATCHED || this == EMPTY;
  }
}
