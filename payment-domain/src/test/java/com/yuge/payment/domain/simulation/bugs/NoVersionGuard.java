package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fakes.UnguardedPayOrders;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Clock;

/**
 * Without the row lock, a write asks for an open status only, not for the version it was made of.
 */
public final class NoVersionGuard extends Wiring {
  @Override
  public PayOrders orders(InMemoryStore store, Clock storeClock) {
    PayOrders real =
        new UnguardedPayOrders(
            store,
            storeClock,
            (before, next) -> before.status().isOpen() || next.status().isFinal());
    return new OtherPayOrders(real, real::find);
  }
}
