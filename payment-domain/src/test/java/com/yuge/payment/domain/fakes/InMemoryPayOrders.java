package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.order.DuplicateOrderNo;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.StalePayOrder;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Optional;
import java.util.function.Predicate;

/** {@link PayOrders} in memory. */
public final class InMemoryPayOrders implements PayOrders {
  private final InMemoryStore store;

  public InMemoryPayOrders(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public PayOrder add(PayOrder order) {
    return store.statement(
        rows -> {
          if (find(order.orderNo()).isPresent()) {
            throw new DuplicateOrderNo(order.orderNo(), new IllegalStateException("unique key"));
          }
          PayOrder stored = order.stored(rows.orders().size() + 1L);
          PayOrder twin = rows.orders().putIfAbsent(order.payNo(), stored);
          if (twin != null) {
            throw new IllegalStateException("pay number taken: " + order.payNo());
          }
          return stored;
        });
  }

  @Override
  public Optional<PayOrder> find(PayNo payNo) {
    return store.statement(rows -> Optional.ofNullable(rows.orders().get(payNo)));
  }

  @Override
  public Optional<PayOrder> find(OrderNo orderNo) {
    return store.statement(
        rows ->
            rows.orders().values().stream()
                .filter(order -> order.orderNo().equals(orderNo))
                .findFirst());
  }

  @Override
  public Optional<PayOrder> lock(PayNo payNo) {
    store.requireTransaction();
    return find(payNo);
  }

  @Override
  public void advance(PayOrder next) {
    replace(next, before -> before.status().isOpen());
  }

  @Override
  public void recordLateSuccess(PayOrder next) {
    replace(next, before -> before.lateSuccess() == null);
  }

  @Override
  public void recordMismatch(PayOrder next) {
    replace(next, before -> before.mismatch() == null);
  }

  private void replace(PayOrder next, Predicate<PayOrder> guard) {
    PayOrder unused =
        store.statement(
            rows ->
                find(next.payNo())
                    .filter(before -> before.version() == next.version() - 1)
                    .filter(guard)
                    .map(before -> rows.orders().put(next.payNo(), next))
                    .orElseThrow(() -> new StalePayOrder(next)));
  }
}
