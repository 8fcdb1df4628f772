package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryFinalPayOrderCache;
import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.Optional;

/** Copies of orders are kept for good, whatever is given back meanwhile. */
public final class StaleCopies extends Wiring {
  private final FinalPayOrderCache kept = new InMemoryFinalPayOrderCache();

  @Override
  public FinalPayOrderCache finals(FinalPayOrderCache real) {
    return new FinalPayOrderCache() {
      @Override
      public Optional<PayOrderDetails> find(PayNo payNo) {
        return kept.find(payNo);
      }

      @Override
      public void put(PayOrderDetails details) {
        kept.put(details);
      }

      @Override
      public void drop(PayNo payNo) {}
    };
  }
}
