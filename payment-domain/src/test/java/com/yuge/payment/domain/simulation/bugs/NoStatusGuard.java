package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fakes.UnguardedPayOrders;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Clock;

/**
 * A use case takes an order that has ended for an open one, and the write asks for the version
 * only.
 */
public final class NoStatusGuard extends Wiring {
  @Override
  public PayOrders orders(InMemoryStore store, Clock storeClock) {
    PayOrders real =
        new UnguardedPayOrders(
            store, storeClock, (before, next) -> before.version() == next.version() - 1);
    return new OtherPayOrders(real, payNo -> real.lock(payNo).map(NoStatusGuard::asIfOpen));
  }

  private static PayOrder asIfOpen(PayOrder order) {
    return order.status().isOpen() ? order : reopened(order);
  }

  private static PayOrder reopened(PayOrder order) {
    return PayOrderBook.asOpen(order, PayStatus.PAYING);
  }
}
