package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.InMemoryFinalPayOrderCache;
import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.util.Optional;

/** {@link FinalPayOrderCache} in a Redis that loses questions, copies and drops. */
final class ForgetfulCopies implements FinalPayOrderCache {
  private final FinalPayOrderCache real = new InMemoryFinalPayOrderCache();
  private final Surroundings surroundings;

  ForgetfulCopies(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Optional<PayOrderDetails> find(PayNo payNo) {
    return forgets() ? Optional.empty() : real.find(payNo);
  }

  @Override
  public void put(PayOrderDetails details) {
    if (!forgets()) {
      real.put(details);
    }
  }

  @Override
  public void drop(PayNo payNo) {
    if (!forgets()) {
      real.drop(payNo);
    }
  }

  private boolean forgets() {
    return surroundings.strikes(Trouble.REDIS_FORGETS);
  }
}
