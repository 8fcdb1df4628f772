package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Optional;

/** Reads a pay order. */
public final class FindPayOrder {
  private final PayOrders orders;
  private final FinalPayOrders finals;

  public FindPayOrder(PayOrders orders, FinalPayOrders finals) {
    this.orders = orders;
    this.finals = finals;
  }

  public Optional<PayOrder> byPayNo(PayNo payNo) {
    Optional<PayOrder> copy = finals.find(payNo);
    if (copy.isPresent()) {
      return copy;
    }
    Optional<PayOrder> order = orders.find(payNo);
    order.filter(found -> found.status().isFinal()).ifPresent(finals::put);
    return order;
  }

  public Optional<PayOrder> byOrderNo(OrderNo orderNo) {
    return orders.find(orderNo);
  }
}
