package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import java.util.List;
import java.util.Optional;

/** Reads refunds. */
public final class FindRefund {
  private final Refunds refunds;
  private final OrderPorts orders;

  FindRefund(Refunds refunds, OrderPorts orders) {
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
    return orders.orders().find(payNo).map(order -> refunds.of(order.payNo()));
  }

  /** The order with its payments, as stored; never a copy that a cache has. */
  public PayOrderDetails order(PayNo payNo) {
    PayOrder order =
        orders
            .orders()
            .find(payNo)
            .orElseThrow(() -> new IllegalStateException("pay orders are never deleted: " + payNo));
    return new PayOrderDetails(order, orders.trades().of(payNo));
  }
}
