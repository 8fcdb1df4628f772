package com.yuge.payment.domain.refund;

/** The effect of one step on a refund. */
public record RefundOutcome(Kind kind, Refund refund) {
  /** What happened to the refund. */
  public enum Kind {
    /** The money went back. */
    SUCCEEDED,
    /** The money stays, for good. */
    FAILED,
    /** The money went back although the refund had failed. */
    LATE_SUCCEEDED,
    /** The refund has progressed, but is not decided. */
    MOVED,
    /** The answer contradicts an earlier one; a person must check. */
    CONTRADICTED,
    /** The channel gave no answer. */
    UNKNOWN,
    /** Nothing new. */
    UNCHANGED
  }
}
