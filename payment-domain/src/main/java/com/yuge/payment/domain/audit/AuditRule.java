package com.yuge.payment.domain.audit;

/** The rules that stored data must satisfy. The names are part of the contract with operators. */
public enum AuditRule {
  /** A paid order has the payment that its row names. */
  PAID_WITHOUT_ITS_TRADE,
  /** A paid order has exactly one PAYMENT_SUCCEEDED event. */
  PAID_WITHOUT_ONE_EVENT,
  /** A payment belongs to an order; one that settled its order is named by it. */
  TRADE_WITHOUT_ITS_ORDER,
  /** Money that is applied to no order is listed for operators. */
  UNAPPLIED_MONEY_NOT_LISTED,
  /** A payment's refund totals are the sums over its refunds. */
  REFUND_SUMS_DIFFER,
  /** The refunds of a payment are at most what it took. */
  REFUNDS_EXCEED_TRADE,
  /** A refund belongs to a payment that exists. */
  REFUND_WITHOUT_ITS_TRADE,
  /** An event reports a change that is stored. */
  EVENT_WITHOUT_ITS_CHANGE,
  /** An event reaches the broker within an hour. */
  EVENT_PENDING_TOO_LONG,
  /** The order of an applied callback is final. */
  CALLBACK_OF_AN_OPEN_ORDER,
  /** The stored use of a day's limit is the sum of the orders that count against it. */
  LIMIT_USE_DIFFERS,
  /** Every day is checked. */
  DAY_NOT_AUDITED
}
