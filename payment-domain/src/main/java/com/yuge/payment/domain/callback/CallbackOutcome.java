package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PaymentOutcome;
import com.yuge.payment.domain.order.PaymentOutcome.AmountConfirmed;
import com.yuge.payment.domain.order.PaymentOutcome.AmountDiffered;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.order.PaymentOutcome.Duplicate;
import com.yuge.payment.domain.order.PaymentOutcome.Ignored;
import com.yuge.payment.domain.order.PaymentOutcome.LateSuccess;

/** The answer to a verified callback. */
public record CallbackOutcome(CallbackResult result, Reason reason, PayOrder order) {

  /** Why the result is what it is. */
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
    if (outcome instanceof Applied) {
      return Reason.APPLIED;
    }
    if (outcome instanceof LateSuccess) {
      return Reason.LATE_SUCCESS;
    }
    if (outcome instanceof AmountConfirmed) {
      return Reason.AMOUNT_CONFIRMED;
    }
    if (outcome instanceof AmountDiffered) {
      return Reason.AMOUNT_DIFFERED;
    }
    if (outcome instanceof Duplicate) {
      return Reason.SAME_WORD;
    }
    return outcome instanceof Ignored ? Reason.NO_CHANGE : Reason.MISMATCH;
  }

  private static CallbackResult result(Reason reason) {
    return switch (reason) {
      case APPLIED, LATE_SUCCESS, AMOUNT_CONFIRMED -> CallbackResult.PROCESSED;
      case SAME_CALLBACK, SAME_WORD, NO_CHANGE -> CallbackResult.IGNORED;
      case MISMATCH, AMOUNT_DIFFERED -> CallbackResult.FAILED;
    };
  }
}
