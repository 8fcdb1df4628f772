package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** {@link PayOrders} that lock in another way. */
class OtherPayOrders implements PayOrders {
  private final PayOrders real;
  private final Function<PayNo, Optional<PayOrder>> locking;

  OtherPayOrders(PayOrders real, Function<PayNo, Optional<PayOrder>> locking) {
    this.real = real;
    this.locking = locking;
  }

  @Override
  public Optional<PayOrder> lock(PayNo payNo) {
    return locking.apply(payNo);
  }

  @Override
  public PayOrder add(PayOrder order) {
    return real.add(order);
  }

  @Override
  public Optional<PayOrder> find(PayNo payNo) {
    return real.find(payNo);
  }

  @Override
  public Optional<PayOrder> find(OrderNo orderNo) {
    return real.find(orderNo);
  }

  @Override
  public void advance(PayOrder next) {
    real.advance(next);
  }

  @Override
  public void advance(PayOrder next, Duration checkIn) {
    real.advance(next, checkIn);
  }

  @Override
  public void raiseVersion(PayOrder next) {
    real.raiseVersion(next);
  }
}
