package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.Settlement.Applied;
import com.yuge.payment.domain.order.Settlement.LateSuccess;
import com.yuge.payment.domain.order.Settlement.Mismatch;

/** Keeps what was decided on an order that is held locked. */
record WriteSettlement(PayOrders orders, Outbox outbox) {
  // The event rides on the guarded write: no write, no event.
  void handle(Settlement settlement) {
    if (settlement instanceof Applied applied) {
      orders.advance(applied.order());
      outbox.append(applied.event());
    } else if (settlement instanceof LateSuccess late) {
      orders.recordLateSuccess(late.order());
      outbox.append(late.event());
    } else if (settlement instanceof Mismatch mismatch && mismatch.recorded()) {
      orders.recordMismatch(mismatch.order());
    }
  }
}
