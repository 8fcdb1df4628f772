package com.yuge.payment.domain.statement;

/** How a statement and our books differ. */
public enum DiscrepancyType {
  /** Our books have a payment that no statement lists. */
  BANK_MISS(Asked.PAYMENT),
  /** The channel has a payment whose number has our format, but we never issued this number. */
  PLATFORM_MISS(Asked.NOTHING),
  /** The channel has a payment that our order does not know. */
  SHORT_STATUS(Asked.PAYMENT),
  /** Our order is paid by a payment that the channel has taken back. */
  OVER_STATUS(Asked.PAYMENT),
  /** Our amount is less than the channel's. */
  SHORT_CASH(Asked.PAYMENT),
  /** Our amount is more than the channel's. */
  OVER_CASH(Asked.PAYMENT),
  /** The channel charges a fee that differs from the agreed one. */
  FEE(Asked.NOTHING),
  /** Our books have a refund that no statement lists. */
  REFUND_MISS(Asked.REFUND),
  /** The channel has a refund that we did not request, or that belongs to another payment. */
  REFUND_UNKNOWN(Asked.NOTHING),
  /** The refund's amounts differ. */
  REFUND_CASH(Asked.NOTHING),
  /** The channel has accepted a refund that failed here, or whose acceptance we do not know. */
  REFUND_STATUS(Asked.REFUND),
  /** The same payment or refund is listed twice. */
  DUPLICATE_LINE(Asked.NOTHING),
  /** The file's totals are not the sums of its lines. */
  TOTALS(Asked.NOTHING),
  /** Our books have payments of a day for which the channel has no statement. */
  FILE_MISSING(Asked.NOTHING),
  /** The channel serves another file for a day that was matched. */
  FILE_CHANGED(Asked.NOTHING);

  private enum Asked {
    PAYMENT,
    REFUND,
    NOTHING
  }

  private final Asked asked;

  DiscrepancyType(Asked asked) {
    this.asked = asked;
  }

  /** Whether a query of the payment may correct our books. */
  boolean asksPayment() {
    return asked == Asked.PAYMENT;
  }

  /** Whether a query of the refund may correct our books. */
  boolean asksRefund() {
    return asked == Asked.REFUND;
  }

  /** Whether a query may correct our books. */
  public boolean isAsked() {
    return asked != Asked.NOTHING;
  }
}
