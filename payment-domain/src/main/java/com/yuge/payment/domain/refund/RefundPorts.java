package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;

/** The stores that a step of a refund writes to, in one transaction. */
public record RefundPorts(OrderPorts orders, Refunds refunds, FinalPayOrderCache finals) {
  /** Locks the refund's order, and returns it. */
  PayOrder lock(PayNo payNo) {
    return orders
        .orders()
        .lock(payNo)
        .orElseThrow(() -> new IllegalStateException("pay orders are never deleted: " + payNo));
  }

  /** The refund as it is now that its order is locked. */
  Refund current(RefundNo refundNo) {
    return refunds
        .find(refundNo)
        .orElseThrow(() -> new IllegalStateException("refunds are never deleted: " + refundNo));
  }
}
