package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.fakes.InMemoryStore.CutSlice;
import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.limit.Reservation;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.Parties;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** At every commit, what is used of a day's limit is the sum of the orders that count there. */
record UsedIsTheSum(Committed committed) implements Invariant {
  @Override
  public void afterChange() {
    Map<LimitDay, BigDecimal> used = new HashMap<>();
    for (CutSlice row : committed.limitSlices()) {
      used.merge(row.day(), row.slice().used(), BigDecimal::add);
    }
    Map<LimitDay, BigDecimal> sums = new HashMap<>();
    for (PayOrder order : committed.orders()) {
      Reservation reserved = order.reservation();
      if (reserved != null) {
        for (LimitScope scope : reserved.shards().keySet()) {
          LimitDay day = new LimitDay(subject(scope, order.request().parties()), reserved.day());
          sums.merge(day, order.amount().amount(), BigDecimal::add);
        }
      }
    }
    used.values().removeIf(sum -> sum.signum() == 0);
    if (!used.equals(sums)) {
      throw new Violation(this, "used are " + used + ", the orders sum to " + sums);
    }
  }

  private static LimitSubject subject(LimitScope scope, Parties parties) {
    return new LimitSubject(
        scope,
        switch (scope) {
          case USER -> Objects.requireNonNull(parties.userNo()).value();
          case MERCHANT -> Objects.requireNonNull(parties.merchantNo()).value();
        });
  }
}
