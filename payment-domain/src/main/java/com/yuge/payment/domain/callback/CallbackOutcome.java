package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PaymentOutcome;
import com.yuge.payment.domain.order.PaymentOutcome.AmountConfirmed;
import com.yuge.payment.domain.order.PaymentOutcome.AmountDiffered;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.order.PaymentOutcome.Claim;
import com.yuge.payment.domain.order.PaymentOutcome.Duplicate;
import com.yuge.payment.domain.order.PaymentOutcome.Ignored;
import com.yuge.payment.domain.order.PaymentOutcome.LateSuccess;
import com.yuge.payment.domain.order.PaymentOutcome.Mismatch;
import java.util.Map;

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

  // Java 17 has no switch over types; a test covers every kind of outcome.
  private static final Map<Class<? extends PaymentOutcome>, Reason> REASONS =
      Map.of(
          Applied.class, Reason.APPLIED,
          LateSuccess.class, Reason.LATE_SUCCESS,
          AmountConfirmed.class, Reason.AMOUNT_CONFIRMED,
          AmountDiffered.class, Reason.AMOUNT_DIFFERED,
          Duplicate.class, Reason.SAME_WORD,
          Ignored.class, Reason.NO_CHANGE,
          Mismatch.class, Reason.MISMATCH,
          Claim.class, Reason.MISMATCH);

  static CallbackOutcome repeated(PayOrder order) {
    return new CallbackOutcome(CallbackResult.IGNORED, Reason.SAME_CALLBACK, order);
  }

  static CallbackOutcome of(PaymentOutcome outcome) {
    Reason reason = reason(outcome);
    return new CallbackOutcome(result(reason), reason, outcome.order());
  }

  private static Reason reason(PaymentOutcome outcome) {
    Reason reason = REASONS.get(outcome.getClass());
    if (reason == null) {
      throw new IllegalArgumentException("no reason for a " + outcome.getClass().getSimpleName());
    }
    return reason;
  }

  private static CallbackResult result(Reason reason) {
    return switch (reason) {
      case APPLIED, LATE_SUCCESS, AMOUNT_CONFIRMED -> CallbackResult.PROCESSED;
      case SAME_CALLBACK, SAME_WORD, NO_CHANGE -> CallbackResult.IGNORED;
      case MISMATCH, AMOUNT_DIFFERED -> CallbackResult.FAILED;
    };
  }
}
