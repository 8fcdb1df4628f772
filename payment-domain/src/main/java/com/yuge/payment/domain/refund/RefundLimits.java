package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.refund.RefundCreation.Cause;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides whether a payment has the money for a refund; the caller has locked its order. */
record RefundLimits(PaidTrade trade, List<Refund> refunds) {
  RefundLimits {
    refunds = refunds.stream().filter(refund -> refund.terms().isOf(trade)).toList();
    BigDecimal live =
        refunds.stream()
            .filter(Refund::isLive)
            .map(refund -> refund.terms().amount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (live.compareTo(trade.refunds().held()) != 0) {
      throw new IllegalStateException(
          "refunds of " + live + ", but held is " + trade.refunds().held() + ": " + trade);
    }
  }

  /** The reason why this amount cannot be refunded; empty when it can. */
  Optional<Cause> refuse(Money amount, Instant now) {
    Money taken = trade.amount();
    if (taken == null) {
      return Optional.of(Cause.AMOUNT_UNKNOWN);
    }
    if (!amount.currency().equals(taken.currency())) {
      return Optional.of(Cause.CURRENCY);
    }
    if (trade.isUnapplied() && trade.state() != State.OPEN) {
      return Optional.of(Cause.RESOLVED);
    }
    Instant paidAt = trade.paidAt() == null ? trade.receivedAt() : trade.paidAt();
    if (paidAt.plus(CreateRefund.LONGEST).isBefore(now)) {
      return Optional.of(Cause.TOO_OLD);
    }
    if (refunds.size() >= CreateRefund.MOST) {
      return Optional.of(Cause.TOO_MANY);
    }
    int against = amount.amount().compareTo(trade.refundable());
    if (against > 0) {
      return Optional.of(Cause.EXCEEDS);
    }
    return trade.isUnapplied() && against < 0 ? Optional.of(Cause.NOT_WHOLE) : Optional.empty();
  }
}
