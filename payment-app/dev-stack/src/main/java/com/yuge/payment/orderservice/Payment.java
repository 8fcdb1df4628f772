package com.yuge.payment.orderservice;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One payment of an order, as far as events have reported it.
 *
 * @param paid the money that came; null until an event says that this payment is the order's own
 * @param refunded the money that went back
 */
record Payment(@Nullable BigDecimal paid, BigDecimal refunded) {
  /** The same payment, known to be the order's own; a known amount stays. */
  Payment received(@Nullable BigDecimal amount) {
    return paid == null ? corrected(amount) : this;
  }

  /** The same payment with the amount that the channel has reported since. */
  Payment corrected(@Nullable BigDecimal amount) {
    return amount == null ? this : new Payment(amount, refunded);
  }

  /** The same payment after a refund; totals only grow, so an older event changes nothing. */
  Payment refunded(BigDecimal total) {
    return new Payment(paid, refunded.max(total));
  }

  /** Whether no event has reported it yet. */
  boolean isUnknown() {
    return paid == null && refunded.signum() == 0;
  }

  boolean isExceeded() {
    return paid != null && refunded.compareTo(paid) > 0;
  }

  /** The refund's meaning for the order that owns this payment; NOTHING_REFUNDED fits no move. */
  String meaning() {
    if (paid == null || refunded.signum() == 0 || isExceeded()) {
      return "NOTHING_REFUNDED";
    }
    return refunded.compareTo(paid) < 0 ? "REFUNDED_IN_PART" : "REFUNDED_WHOLE";
  }
}
