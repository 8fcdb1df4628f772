package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.InMemoryFinalPayOrderCache;
import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link FinalPayOrderCache} in a Redis that loses questions, copies and drops; copies expire. */
public final class ForgetfulCopies implements FinalPayOrderCache {
  /** A copy is no older than that. */
  public static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

  private final FinalPayOrderCache real = new InMemoryFinalPayOrderCache();
  private final Map<PayNo, Long> expiries = new HashMap<>();
  private final Surroundings surroundings;

  ForgetfulCopies(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Optional<PayOrderDetails> find(PayNo payNo) {
    boolean expired = expiries.getOrDefault(payNo, 0L) <= surroundings.scheduler().now();
    return expired || forgets() ? Optional.empty() : real.find(payNo);
  }

  @Override
  public void put(PayOrderDetails details) {
    if (!forgets()) {
      real.put(details);
      long now = surroundings.scheduler().now();
      expiries.put(details.order().payNo(), now + TIME_TO_LIVE.toNanos() / 1_000);
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
