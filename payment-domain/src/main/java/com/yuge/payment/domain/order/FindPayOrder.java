package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.util.List;
import java.util.Optional;

/** Reads a pay order. */
public final class FindPayOrder {
  private final PayOrders orders;
  private final PaidTrades trades;
  private final FinalPayOrderCache finals;

  public FindPayOrder(PayOrders orders, PaidTrades trades, FinalPayOrderCache finals) {
    this.orders = orders;
    this.trades = trades;
    this.finals = finals;
  }

  public Optional<PayOrderDetails> byPayNo(PayNo payNo) {
    Optional<PayOrderDetails> copy = finals.find(payNo);
    if (copy.isPresent()) {
      return copy;
    }
    Optional<PayOrderDetails> found = orders.find(payNo).map(this::details);
    found.filter(details -> details.order().status().isFinal()).ifPresent(finals::put);
    return found;
  }

  public Optional<PayOrderDetails> byOrderNo(OrderNo orderNo) {
    return orders.find(orderNo).map(this::details);
  }

  /** Returns the order with its payments; an order that has never changed has no payments. */
  public PayOrderDetails details(PayOrder order) {
    return new PayOrderDetails(order, order.version() == 0 ? List.of() : trades.of(order.payNo()));
  }
}
