package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.PaidTrade.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pay order with the payments that channels took for it, oldest first. */
public record PayOrderDetails(PayOrder order, List<PaidTrade> payments) {
  /** Whether what was paid is what the order asks for. */
  public enum AmountStatus {
    /** The channel has not said yet what was paid. */
    UNKNOWN,
    CONFIRMED,
    DIFFERENT
  }

  public PayOrderDetails {
    payments = List.copyOf(payments);
  }

  /** The payment that is applied to the order; null of an order that is not paid. */
  public @Nullable PaidTrade applied() {
    return payments.stream()
        .filter(payment -> payment.kind() == Kind.SETTLED)
        .findFirst()
        .orElse(null);
  }

  /** When the payer paid, by the channel's word as soon as it has said so. */
  public @Nullable Instant paidAt() {
    PaidTrade applied = applied();
    return applied == null || applied.paidAt() == null ? order.paidAt() : applied.paidAt();
  }

  /** Of an order that is paid; null of any other. */
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

  /** The payments that are applied to no order. */
  public List<PaidTrade> unapplied() {
    return payments.stream().filter(PaidTrade::isUnapplied).toList();
  }
}
