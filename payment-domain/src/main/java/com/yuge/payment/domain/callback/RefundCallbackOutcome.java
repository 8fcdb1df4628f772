package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOutcome;

/**
 * The answer to a verified callback about a refund.
 *
 * @param outcome the effect on the refund
 */
public record RefundCallbackOutcome(CallbackResult result, Reason reason, RefundOutcome outcome) {
  /** The reason for the result. */
  public enum Reason {
    APPLIED,
    /** The callback decides nothing; the channel is queried at once. */
    CHECK_DUE,
    SAME_CALLBACK,
    SAME_WORD,
    /** It contradicts what is known; a person must look. */
    CONTRADICTION
  }

  public Refund refund() {
    return outcome.refund();
  }

  static RefundCallbackOutcome repeated(Refund refund) {
    RefundOutcome nothing = new RefundOutcome(RefundOutcome.Kind.UNCHANGED, refund);
    return new RefundCallbackOutcome(CallbackResult.IGNORED, Reason.SAME_CALLBACK, nothing);
  }

  static RefundCallbackOutcome due(RefundOutcome outcome) {
    return outcome.kind() == RefundOutcome.Kind.UNCHANGED
        ? new RefundCallbackOutcome(CallbackResult.IGNORED, Reason.SAME_WORD, outcome)
        : new RefundCallbackOutcome(CallbackResult.PROCESSED, Reason.CHECK_DUE, outcome);
  }

  static RefundCallbackOutcome of(RefundOutcome outcome) {
    return switch (outcome.kind()) {
      case SUCCEEDED, FAILED, LATE_SUCCEEDED, MOVED ->
          new RefundCallbackOutcome(CallbackResult.PROCESSED, Reason.APPLIED, outcome);
      case UNKNOWN, UNCHANGED ->
          new RefundCallbackOutcome(CallbackResult.IGNORED, Reason.SAME_WORD, outcome);
      case CONTRADICTED ->
          new RefundCallbackOutcome(CallbackResult.FAILED, Reason.CONTRADICTION, outcome);
    };
  }
}
