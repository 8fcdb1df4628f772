package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.shared.PayNo;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@link FinalPayOrderCache} in memory; keeps for ever, and so does a drop until {@link
 * #endDrops()}.
 */
public final class InMemoryFinalPayOrderCache implements FinalPayOrderCache {
  private final Map<PayNo, Optional<PayOrderDetails>> copies = new ConcurrentHashMap<>();

  @Override
  public Optional<PayOrderDetails> find(PayNo payNo) {
    return copies.getOrDefault(payNo, Optional.empty());
  }

  @Override
  public void put(PayOrderDetails details) {
    if (details.order().status().isFinal()) {
      var unused = copies.putIfAbsent(details.order().payNo(), Optional.of(details));
    }
  }

  @Override
  public void drop(PayNo payNo) {
    copies.put(payNo, Optional.empty());
  }

  /** The time for which drops keep copies out has passed. */
  public void endDrops() {
    var unused = copies.values().removeIf(Optional::isEmpty);
  }
}
