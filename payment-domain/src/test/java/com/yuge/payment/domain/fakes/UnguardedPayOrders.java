package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.StalePayOrder;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiPredicate;

/** {@link PayOrders} with another guard than the contract's, to see what that one is for. */
public final class UnguardedPayOrders implements PayOrders {
  private final InMemoryStore store;
  private final Clock storeClock;
  private final PayOrders real;
  private final BiPredicate<PayOrder, PayOrder> guard;

  /**
   * @param guard of the row as it is and the row as it shall be
   */
  public UnguardedPayOrders(
      InMemoryStore store, Clock storeClock, BiPredicate<PayOrder, PayOrder> guard) {
    this.store = store;
    this.storeClock = storeClock;
    this.real = new InMemoryPayOrders(store, storeClock);
    this.guard = guard;
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
  public Optional<PayOrder> lock(PayNo payNo) {
    return real.lock(payNo);
  }

  @Override
  public void advance(PayOrder next) {
    replace(next);
  }

  @Override
  public void advance(PayOrder next, Duration checkIn) {
    replace(next);
    store.scheduleCheck(next.payNo(), storeClock.instant().plus(checkIn));
  }

  @Override
  public void raiseVersion(PayOrder next) {
    replace(next);
  }

  private void replace(PayOrder next) {
    PayOrder before = store.orders.lock(next.payNo()).orElseThrow();
    if (!guard.test(before, next)) {
      throw new StalePayOrder(next);
    }
    store.orders.put(next.payNo(), next);
  }
}
