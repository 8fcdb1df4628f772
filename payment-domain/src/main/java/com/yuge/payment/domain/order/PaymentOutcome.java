package com.yuge.payment.domain.order;

import org.jspecify.annotations.Nullable;

/** What a channel's result did to a pay order. */
public sealed interface PaymentOutcome {
  /** The order as it stands afterwards. */
  PayOrder order();

  /** What others are told; then the order has a next version, and only then. */
  default @Nullable PayOrderEvent event() {
    return null;
  }

  /** The payment that is heard of for the first time. */
  default @Nullable PaidTrade received() {
    return null;
  }

  /** The result decided an open order; one that failed has no payment. */
  record Applied(PayOrder order, PayOrderEvent event, @Nullable PaidTrade received)
      implements PaymentOutcome {}

  /** Money came for an order that had ended unpaid. */
  record LateSuccess(PayOrder order, PayOrderEvent event, PaidTrade received)
      implements PaymentOutcome {}

  /** Money that is not this order's: another amount or currency, or a second trade. */
  record Mismatch(PayOrder order, PayOrderEvent event, PaidTrade received)
      implements PaymentOutcome {}

  /** The result names a trade that belongs to another order. */
  record Claim(PayOrder order, PayOrderEvent event, TradeClaim claim) implements PaymentOutcome {}

  /** A payment's amount was unknown, is known now, and contradicts nothing. */
  record AmountConfirmed(PayOrder order, PaidTrade before, PaidTrade payment)
      implements PaymentOutcome {}

  /**
   * A payment turns out to be of another amount than it was taken for: than the order's, while the
   * channel had said none, or than the channel had said.
   */
  record AmountDiffered(PayOrder order, PayOrderEvent event, PaidTrade before, PaidTrade payment)
      implements PaymentOutcome {}

  /** The same result about the same trade again. */
  record Duplicate(PayOrder order) implements PaymentOutcome {}

  /** A result after which nothing changes, and no repeat either: somebody may want to know. */
  record Ignored(PayOrder order) implements PaymentOutcome {}
}
