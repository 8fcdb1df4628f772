package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A use case locks its order, then the one that was locked before it: no order of locks. */
public final class LocksTheLastOneToo extends Wiring {
  private @Nullable PayNo last;

  @Override
  public PayOrders orders(InMemoryStore store, Clock storeClock) {
    PayOrders real = super.orders(store, storeClock);
    return new OtherPayOrders(real, payNo -> lockTwo(real, payNo));
  }

  private Optional<PayOrder> lockTwo(PayOrders real, PayNo payNo) {
    PayNo other = last;
    last = payNo;
    Optional<PayOrder> locked = real.lock(payNo);
    if (other != null) {
      Optional<PayOrder> unused = real.lock(other);
    }
    return locked;
  }
}
