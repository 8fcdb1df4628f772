package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Clock;

/** Use cases read the order where they should lock it; the guards still hold. */
public final class NoRowLock extends Wiring {
  @Override
  public PayOrders orders(InMemoryStore store, Clock storeClock) {
    PayOrders real = super.orders(store, storeClock);
    return new OtherPayOrders(real, real::find);
  }
}
