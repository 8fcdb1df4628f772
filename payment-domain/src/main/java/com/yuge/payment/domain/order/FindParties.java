package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.Parties;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Optional;

/** Reads whose order it is; from the store, never from a copy. */
public final class FindParties {
  private final PayOrders orders;

  public FindParties(PayOrders orders) {
    this.orders = orders;
  }

  public Optional<Parties> of(PayNo payNo) {
    return orders.find(payNo).map(order -> order.request().parties());
  }

  public Optional<Parties> of(OrderNo orderNo) {
    return orders.find(orderNo).map(order -> order.request().parties());
  }
}
