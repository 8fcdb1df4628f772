package com.yuge.payment.domain.refund;

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

  public List<DueRefund> handle(int limit) {
    return due.claim(limit, hold);
  }
}
