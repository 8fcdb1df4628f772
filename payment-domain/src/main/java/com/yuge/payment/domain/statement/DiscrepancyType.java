package com.yuge.payment.domain.statement;

/** How a statement and our books differ. */
public enum DiscrepancyType {
  /** We have a payment that no statement lists. */
  BANK_MISS(Asked.PAYMENT),
  /** A payment for a number of ours that we never gave out. */
  PLATFORM_MISS(Asked.NOTHING),
  /** The channel has a payment that our order does not know. */
  SHORT_STATUS(Asked.PAYMENT),
  /** Our order is paid by a payment that the channel has taken back. */
  OVER_STATUS(Asked.PAYMENT),
  /** Our amount is less than the channel's. */
  SHORT_CASH(Asked.PAYMENT),
  /** Our amount is more than the channel's. */
  OVER_CASH(Asked.PAYMENT),
  /** The channel takes another fee than agreed. */
  FEE(Asked.NOTHING),
  /** We have a refund that no statement lists. */
  REFUND_MISS(Asked.REFUND),
  /** A refund that we did not order, or of another payment. */
  REFUND_UNKNOWN(Asked.NOTHING),
  /** The refund's amounts differ. */
  REFUND_CASH(Asked.NOTHING),
  /** The channel has accepted a refund that failed here, or of which we heard nothing. */
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

  /** Whether a query of the payment may make our books right. */
  boolean asksPayment() {
    return asked == Asked.PAYMENT;
  }

  /** Whether a query of the refund may make our books right. */
  boolean asksRefund() {
    return asked == Asked.REFUND;
  }

  /** Whether a query may make our books right. */
  public boolean isAsked() {
    return asked != Asked.NOTHING;
  }
}
