package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.shared.RefundNo;

/** A refund whose call is due, and the version at which it was claimed. */
public record DueRefund(RefundNo refundNo, int version) {
  @Override
  public String toString() {
    return refundNo + " at version " + version;
  }
}
