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
    /** One step further, but not decided. */
    MOVED,
    /** The answer cannot be true together with an earlier one; a person must look. */
    CONTRADICTED,
    /** The channel gave no answer. */
    UNKNOWN,
    /** Nothing new. */
    UNCHANGED
  }
}
