package com.yuge.payment.domain.statement;

/** The progress of a statement. */
public enum StatementState {
  /** The channel is asked for it at intervals. */
  WAITING,
  /** The file is stored. */
  FETCHED,
  /** Its lines are stored, and their sums equal the totals in the file. */
  PARSED,
  /** Each of its lines was compared with our books. */
  MATCHED,
  /** The channel has no statement for the day, and our books have nothing either. */
  EMPTY,
  /** It could not be fetched, read or matched; an operator may have it fetched again. */
  FAILED;

  /** Whether everything that the channel lists is known. */
  boolean isDone() {
    return this == MATCHED || this == EMPTY;
  }
}
