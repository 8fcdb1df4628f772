package com.yuge.payment.domain.refund;

/** The states of a refund. */
public enum RefundStatus {
  /** The channel is asked for the refund, or will be. */
  REFUNDING,
  /** The channel took the money from us, but it did not arrive; it may still arrive. */
  ABNORMAL,
  SUCCESS,
  FAILED;

  /** Whether the channel may still decide the refund. */
  public boolean isUndecided() {
    return this == REFUNDING || this == ABNORMAL;
  }
}
