package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.limit.ChangeLimits.Terms;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import java.math.BigDecimal;
import java.time.Duration;

/** Sets limits that hold for a few orders, changes them and their shards, and removes some. */
public final class LimitOperator {
  private static final OperatorReason REASON = new OperatorReason("li", "simulated");
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration SOMETIME = Duration.ofMinutes(30);
  private static final LimitSubject EACH_USER =
      new LimitSubject(LimitScope.USER, LimitSubject.EACH);
  private static final LimitSubject MERCHANT = new LimitSubject(LimitScope.MERCHANT, "M1");
  private static final int MOST_CHANGES = 4;
  private static final int MOST_SHARDS = 3;

  private final Surroundings surroundings;
  private final Fleet fleet;

  public LimitOperator(Surroundings surroundings, Fleet fleet) {
    this.surroundings = surroundings;
    this.fleet = fleet;
  }

  public void begin() {
    change(EACH_USER, SOON);
    change(MERCHANT, SOON);
    int changes = surroundings.chance().below(MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      change(surroundings.chance().oneIn(2) ? EACH_USER : MERCHANT, SOMETIME);
    }
  }

  private void change(LimitSubject subject, Duration most) {
    surroundings.scheduler().after(surroundings.upTo(most), () -> change(subject));
  }

  private void change(LimitSubject subject) {
    if (surroundings.chance().oneIn(8)) {
      fleet.request("remove-limit", at -> at.limits().remove(subject, REASON), unused -> {});
    } else {
      Terms terms = terms();
      fleet.request("limit", at -> at.limits().put(subject, terms, REASON), unused -> {});
    }
  }

  private Terms terms() {
    int orders = 1 + surroundings.chance().below(4);
    return new Terms(
        null,
        Money.cny(BigDecimal.valueOf(100L * orders)),
        1 + surroundings.chance().below(MOST_SHARDS));
  }
}
