package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.order.FinalPayOrders;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@link FinalPayOrders} in memory; keeps for ever. */
public final class InMemoryFinalPayOrders implements FinalPayOrders {
  private final Map<PayNo, PayOrder> copies = new ConcurrentHashMap<>();

  @Override
  public Optional<PayOrder> find(PayNo payNo) {
    return Optional.ofNullable(copies.get(payNo));
  }

  @Override
  public void put(PayOrder order) {
    if (order.status().isFinal()) {
      copies.put(order.payNo(), order);
    }
  }

  @Override
  public void drop(PayNo payNo) {
    copies.remove(payNo);
  }
}
