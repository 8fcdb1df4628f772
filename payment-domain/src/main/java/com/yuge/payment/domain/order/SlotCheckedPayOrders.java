package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.SlotNotOwned;
import com.yuge.payment.domain.shared.Slots;
import java.time.Duration;
import java.util.Optional;

/** The pay orders of the own slots; every other number throws {@link SlotNotOwned}. */
record SlotCheckedPayOrders(PayOrders orders, Slots slots) implements PayOrders {
  @Override
  public PayOrder add(PayOrder order) {
    slots.require(order.orderNo());
    return orders.add(order);
  }

  @Override
  public Optional<PayOrder> find(PayNo payNo) {
    slots.require(payNo);
    return orders.find(payNo);
  }

  @Override
  public Optional<PayOrder> find(OrderNo orderNo) {
    slots.require(orderNo);
    return orders.find(orderNo);
  }

  @Override
  public Optional<PayOrder> lock(PayNo payNo) {
    slots.require(payNo);
    return orders.lock(payNo);
  }

  // The order was found or locked before.
  @Override
  public void advance(PayOrder next) {
    orders.advance(next);
  }

  @Override
  public void advance(PayOrder next, Duration checkIn) {
    orders.advance(next, checkIn);
  }

  @Override
  public void raiseVersion(PayOrder next) {
    orders.raiseVersion(next);
  }
}
