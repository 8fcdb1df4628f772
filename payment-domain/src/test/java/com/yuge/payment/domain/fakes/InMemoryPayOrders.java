package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.order.DuplicateOrderNo;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.StalePayOrder;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** {@link PayOrders} in memory. */
public final class InMemoryPayOrders implements PayOrders {
  private final InMemoryStore store;
  private final Clock storeClock;

  public InMemoryPayOrders(InMemoryStore store, Clock storeClock) {
    this.store = store;
    this.storeClock = storeClock;
  }

  @Override
  public PayOrder add(PayOrder order) {
    return store.statement(
        () -> {
          if (!store.orderNos.insert(order.orderNo(), order.payNo())) {
            throw new DuplicateOrderNo(order.orderNo(), new IllegalStateException("unique key"));
          }
          PayOrder stored = order.stored(store.nextId());
          if (!store.orders.insert(order.payNo(), stored)) {
            throw new IllegalStateException("pay number taken: " + order.payNo());
          }
          if (!store.checks.insert(order.payNo(), order.expireAt())) {
            throw new IllegalStateException("pay number taken: " + order.payNo());
          }
          return stored;
        });
  }

  @Override
  public Optional<PayOrder> find(PayNo payNo) {
    return store.orders.get(payNo);
  }

  @Override
  public Optional<PayOrder> find(OrderNo orderNo) {
    return store.orderNos.get(orderNo).flatMap(store.orders::get);
  }

  @Override
  public Optional<PayOrder> lock(PayNo payNo) {
    return store.orders.lock(payNo);
  }

  @Override
  public void advance(PayOrder next) {
    replace(next, before -> before.status().isOpen());
  }

  @Override
  public void advance(PayOrder next, Duration checkIn) {
    advance(next);
    store.scheduleCheck(next.payNo(), storeClock.instant().plus(checkIn));
  }

  @Override
  public void raiseVersion(PayOrder next) {
    replace(next, before -> before.status() == next.status());
  }

  private void replace(PayOrder next, Predicate<PayOrder> guard) {
    boolean won = store.statement(() -> update(next, guard));
    if (!won) {
      throw new StalePayOrder(next);
    }
  }

  // As the database does: the row is locked first, then the guard is asked of what it holds now.
  private boolean update(PayOrder next, Predicate<PayOrder> guard) {
    Optional<PayOrder> matched =
        store
            .orders
            .lock(next.payNo())
            .filter(before -> before.version() == next.version() - 1)
            .filter(guard);
    matched.ifPresent(before -> put(before, next));
    return matched.isPresent();
  }

  private void put(PayOrder before, PayOrder next) {
    store.orders.put(next.payNo(), next);
    if (before.status().isOpen() && next.status().isFinal()) {
      store.checks.removeIfThere(next.payNo());
    }
  }
}
