package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.refund.NewRefund;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundCreation;
import com.yuge.payment.domain.refund.RefundCreation.Cause;
import com.yuge.payment.domain.shared.RefundNo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the service agreed to; it may not take it back, nor agree to something else. */
final class RefundAgreements {
  private final Map<NewRefund, RefundNo> agreed = new HashMap<>();
  private final Set<NewRefund> refused = new HashSet<>();

  boolean isAgreed(NewRefund wish) {
    return agreed.containsKey(wish);
  }

  boolean isAnswered(NewRefund wish) {
    return agreed.containsKey(wish) || refused.contains(wish);
  }

  /**
   * Notes an answer.
   *
   * @param wish what was meant
   * @param asked what was asked for under the same number
   * @param wasAgreed whether the wish was agreed to when this was asked: answers overtake others
   */
  void answered(NewRefund wish, NewRefund asked, RefundCreation creation, boolean wasAgreed) {
    switch (creation.kind()) {
      case AGREED -> agreed(wish, asked, ((RefundCreation.Agreed) creation).refund());
      case REFUSED -> refused(wish, asked, (RefundCreation.Refused) creation, wasAgreed);
    }
  }

  private void agreed(NewRefund wish, NewRefund asked, Refund refund) {
    if (!refund.terms().amount().equals(asked.amount())) {
      throw new IllegalStateException(asked + " was answered by " + refund);
    }
    if (asked.equals(wish)) {
      RefundNo before = agreed.putIfAbsent(wish, refund.refundNo());
      if (before != null && !before.equals(refund.refundNo())) {
        throw new IllegalStateException("two refunds: " + before + " and " + refund);
      }
    } else if (agreed.containsKey(wish)) {
      throw new IllegalStateException(asked + " is not " + wish + ", and yet: " + refund);
    }
  }

  private void refused(
      NewRefund wish, NewRefund asked, RefundCreation.Refused answer, boolean wasAgreed) {
    boolean same = asked.equals(wish);
    if (same && wasAgreed) {
      throw new IllegalStateException(wish + " was agreed to, and then " + answer);
    }
    if (answer.cause() == Cause.EXCEEDS
        && answer.refundable().compareTo(asked.amount().amount()) >= 0) {
      throw new IllegalStateException(asked + " does not exceed " + answer);
    }
    if (same && answer.cause() != Cause.AMOUNT_UNKNOWN) {
      refused.add(wish);
    }
  }
}
