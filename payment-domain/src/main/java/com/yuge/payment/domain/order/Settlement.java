package com.yuge.payment.domain.order;

/** What became of a channel's word on a pay order. */
public sealed interface Settlement {
  /** The order as it stands afterwards. */
  PayOrder order();

  /** The word decided an open order. */
  record Applied(PayOrder order, PayOrderEvent event) implements Settlement {}

  /** Money came for an order that had ended unpaid. */
  record LateSuccess(PayOrder order, PayOrderEvent event) implements Settlement {}

  /**
   * Money that is not this order's: another amount or currency, or a second trade.
   *
   * @param recorded whether the order now carries it; it holds the first one only, the audit all
   */
  record Mismatch(PayOrder order, boolean recorded) implements Settlement {}

  /** The same word about the same trade again. */
  record Duplicate(PayOrder order) implements Settlement {}

  /** A word after which nothing changes, and no repeat either: somebody may want to know. */
  record Ignored(PayOrder order) implements Settlement {}
}
