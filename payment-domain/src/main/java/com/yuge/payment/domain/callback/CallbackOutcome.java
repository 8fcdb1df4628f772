package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PaymentOutcome;

/** The answer to a verified callback. */
public record CallbackOutcome(CallbackResult result, Reason reason, PayOrder order) {

  /** The reason for the result. */
  public enum Reason {
    APPLIED,
    LATE_SUCCESS,
    AMOUNT_CONFIRMED,
    AMOUNT_DIFFERED,
    SAME_CALLBACK,
    SAME_WORD,
    NO_CHANGE,
    MISMATCH
  }

  static CallbackOutcome repeated(PayOrder order) {
    return new CallbackOutcome(CallbackResult.IGNORED, Reason.SAME_CALLBACK, order);
  }

  static CallbackOutcome of(PaymentOutcome outcome) {
    Reason reason = reason(outcome);
    return new CallbackOutcome(result(reason), reason, outcome.order());
  }

  private static Reason reason(PaymentOutcome outcome) {
    return switch (outcome.kind()) {
      case APPLIED -> Reason.APPLIED;
      case LATE_SUCCESS -> Reason.LATE_SUCCESS;
      case AMOUNT_CONFIRMED -> Reason.AMOUNT_CONFIRMED;
      case AMOUNT_DIFFERED -> Reason.AMOUNT_DIFFERED;
      case DUPLICATE -> Reason.SAME_WORD;
      case IGNORED -> Reason.NO_CHANGE;
      case MISMATCH, CLAIM -> Reason.MISMATCH;
    };
  }

  private static CallbackResult result(Reason reason) {
    return switch (reason) {
      case APPLIED, LATE_SUCCESS, AMOUNT_CONFIRMED -> CallbackResult.PROCESSED;
      case SAME_CALLBACK, SAME_WORD, NO_CHANGE -> CallbackResult.IGNORED;
      case MISMATCH, AMOUNT_DIFFERED -> CallbackResult.FAILED;
    };
  }
}
