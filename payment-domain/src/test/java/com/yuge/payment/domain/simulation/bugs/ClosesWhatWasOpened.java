package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An order that was never opened when it was read is closed although it has been opened since: the
 * task that read it locks it, and takes it for what it was.
 */
public final class ClosesWhatWasOpened extends Wiring {
  private final Map<Thread, PayOrder> lastRead = new HashMap<>();

  @Override
  public PayOrders orders(InMemoryStore store, Clock storeClock) {
    PayOrders real = super.orders(store, storeClock);
    return new OtherPayOrders(real, payNo -> real.lock(payNo).map(this::asItWasRead)) {
      @Override
      public Optional<PayOrder> find(PayNo payNo) {
        return real.find(payNo).map(ClosesWhatWasOpened.this::remember);
      }

      @Override
      public Optional<PayOrder> find(OrderNo orderNo) {
        return real.find(orderNo).map(ClosesWhatWasOpened.this::remember);
      }
    };
  }

  private PayOrder remember(PayOrder order) {
    lastRead.put(Thread.currentThread(), order);
    return order;
  }

  private PayOrder asItWasRead(PayOrder order) {
    PayOrder read = lastRead.remove(Thread.currentThread());
    boolean openedSince =
        order.status() == PayStatus.PAYING
            && read != null
            && read.payNo().equals(order.payNo())
            && read.status() == PayStatus.INIT;
    return openedSince ? PayOrderBook.asOpen(order, PayStatus.INIT) : order;
  }
}
