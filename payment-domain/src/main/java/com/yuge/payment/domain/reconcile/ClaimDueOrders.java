package com.yuge.payment.domain.reconcile;

import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.List;

/** Takes the orders whose look is due, for this instance alone. */
public final class ClaimDueOrders {
  private final DueOrders due;
  private final Duration hold;

  /**
   * @param hold how long nobody else gets them: longer than a look takes
   */
  public ClaimDueOrders(DueOrders due, Duration hold) {
    this.due = due;
    this.hold = hold;
  }

  public List<PayNo> handle(int limit) {
    return due.claim(limit, hold);
  }
}
