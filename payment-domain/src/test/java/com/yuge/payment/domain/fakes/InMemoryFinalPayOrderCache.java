package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@link FinalPayOrderCache} in memory; keeps for ever. */
public final class InMemoryFinalPayOrderCache implements FinalPayOrderCache {
  private final Map<PayNo, PayOrderDetails> copies = new ConcurrentHashMap<>();

  @Override
  public Optional<PayOrderDetails> find(PayNo payNo) {
    return Optional.ofNullable(copies.get(payNo));
  }

  @Override
  public void put(PayOrderDetails details) {
    if (details.order().status().isFinal()) {
      copies.put(details.order().payNo(), details);
    }
  }

  @Override
  public void drop(PayNo payNo) {
    copies.remove(payNo);
  }
}
