package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOutcome;

/** The answer to a verified callback about a refund. */
public record RefundCallbackOutcome(CallbackResult result, Reason reason, Refund refund) {
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

  static RefundCallbackOutcome repeated(Refund refund) {
    return new RefundCallbackOutcome(CallbackResult.IGNORED, Reason.SAME_CALLBACK, refund);
  }

  static RefundCallbackOutcome due(RefundOutcome outcome) {
    return outcome.kind() == RefundOutcome.Kind.UNCHANGED
        ? new RefundCallbackOutcome(CallbackResult.IGNORED, Reason.SAME_WORD, outcome.refund())
        : new RefundCallbackOutcome(CallbackResult.PROCESSED, Reason.CHECK_DUE, outcome.refund());
  }

  static RefundCallbackOutcome of(RefundOutcome outcome) {
    return switch (outcome.kind()) {
      case SUCCEEDED, FAILED, LATE_SUCCEEDED, MOVED ->
          new RefundCallbackOutcome(CallbackResult.PROCESSED, Reason.APPLIED, outcome.refund());
      case UNKNOWN, UNCHANGED ->
          new RefundCallbackOutcome(CallbackResult.IGNORED, Reason.SAME_WORD, outcome.refund());
      case CONTRADICTED ->
          new RefundCallbackOutcome(CallbackResult.FAILED, Reason.CONTRADICTION, outcome.refund());
    };
  }
}
