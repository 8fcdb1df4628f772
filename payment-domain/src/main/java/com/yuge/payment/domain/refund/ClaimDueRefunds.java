package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.shared.RefundNo;
import java.time.Duration;
import java.util.List;

/** Claims the refunds about which a channel must be called, for this instance alone. */
public final class ClaimDueRefunds {
  private final DueRefunds due;
  private final Duration hold;

  ClaimDueRefunds(DueRefunds due, Duration hold) {
    this.due = due;
    this.hold = hold;
  }

  public List<RefundNo> handle(int limit) {
    return due.claim(limit, hold);
  }
}
