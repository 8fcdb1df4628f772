package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.Settlement;
import com.yuge.payment.domain.order.Settlement.AmountConfirmed;
import com.yuge.payment.domain.order.Settlement.AmountDiffered;
import com.yuge.payment.domain.order.Settlement.Applied;
import com.yuge.payment.domain.order.Settlement.Duplicate;
import com.yuge.payment.domain.order.Settlement.Ignored;
import com.yuge.payment.domain.order.Settlement.LateSuccess;

/** The answer to a verified callback. */
public record CallbackVerdict(CallbackResult result, Reason reason, PayOrder order) {

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

  static CallbackVerdict repeated(PayOrder order) {
    return new CallbackVerdict(CallbackResult.IGNORED, Reason.SAME_CALLBACK, order);
  }

  static CallbackVerdict of(Settlement settlement) {
    Reason reason = reason(settlement);
    return new CallbackVerdict(result(reason), reason, settlement.order());
  }

  private static Reason reason(Settlement settlement) {
    if (settlement instanceof Applied) {
      return Reason.APPLIED;
    }
    if (settlement instanceof LateSuccess) {
      return Reason.LATE_SUCCESS;
    }
    if (settlement instanceof AmountConfirmed) {
      return Reason.AMOUNT_CONFIRMED;
    }
    if (settlement instanceof AmountDiffered) {
      return Reason.AMOUNT_DIFFERED;
    }
    if (settlement instanceof Duplicate) {
      return Reason.SAME_WORD;
    }
    return settlement instanceof Ignored ? Reason.NO_CHANGE : Reason.MISMATCH;
  }

  private static CallbackResult result(Reason reason) {
    return switch (reason) {
      case APPLIED, LATE_SUCCESS, AMOUNT_CONFIRMED -> CallbackResult.PROCESSED;
      case SAME_CALLBACK, SAME_WORD, NO_CHANGE -> CallbackResult.IGNORED;
      case MISMATCH, AMOUNT_DIFFERED -> CallbackResult.FAILED;
    };
  }
}
