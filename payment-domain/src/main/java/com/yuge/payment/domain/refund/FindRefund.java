package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import java.util.List;
import java.util.Optional;

/** Reads refunds. */
public final class FindRefund {
  private final Refunds refunds;
  private final PayOrders orders;

  FindRefund(Refunds refunds, PayOrders orders) {
    this.refunds = refunds;
    this.orders = orders;
  }

  public Optional<Refund> byRefundNo(RefundNo refundNo) {
    return refunds.find(refundNo);
  }

  public Optional<Refund> byRefundOrderNo(PayNo payNo, RefundOrderNo refundOrderNo) {
    return refunds.find(payNo, refundOrderNo);
  }

  /** The order's refunds, oldest first; empty when there is no such order. */
  public Optional<List<Refund>> of(PayNo payNo) {
    return orders.find(payNo).map(order -> refunds.of(order.payNo()));
  }
}
