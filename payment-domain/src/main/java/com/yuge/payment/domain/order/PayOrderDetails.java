package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.PaidTrade.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pay order with the payments that channels took for it, oldest first. */
public record PayOrderDetails(PayOrder order, List<PaidTrade> payments) {
  /** Whether the paid amount is the amount that the order asks for. */
  public enum AmountStatus {
    /** The channel has not reported the amount yet. */
    UNKNOWN,
    CONFIRMED,
    DIFFERENT
  }

  public PayOrderDetails {
    payments = List.copyOf(payments);
  }

  /** The payment that is applied to the order; null if there is none. */
  public @Nullable PaidTrade applied() {
    return payments.stream()
        .filter(payment -> payment.kind() == Kind.SETTLED)
        .findFirst()
        .orElse(null);
  }

  /** When the payer paid; the channel's time as soon as it has reported one. */
  public @Nullable Instant paidAt() {
    PaidTrade applied = applied();
    return applied == null || applied.paidAt() == null ? order.paidAt() : applied.paidAt();
  }

  /** The amount status of a paid order; null for any other order. */
  public @Nullable AmountStatus amountStatus() {
    if (order.status() != PayStatus.SUCCESS) {
      return null;
    }
    PaidTrade applied = applied();
    if (applied == null || applied.amount() == null) {
      return AmountStatus.UNKNOWN;
    }
    return applied.amount().equals(order.amount())
        ? AmountStatus.CONFIRMED
        : AmountStatus.DIFFERENT;
  }

  /** What was given back of the payment that paid the order; null for an order that is not paid. */
  public @Nullable RefundTotals refunds() {
    if (order.status() != PayStatus.SUCCESS) {
      return null;
    }
    PaidTrade applied = applied();
    return applied == null ? RefundTotals.NONE : applied.refunds();
  }

  /** The payments that are applied to no order. */
  public List<PaidTrade> unapplied() {
    return payments.stream().filter(PaidTrade::isUnapplied).toList();
  }
}
