package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.fakes.InMemoryStore.CutSlice;
import com.yuge.payment.domain.limit.LimitDay;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** At every commit the caps of a day's slices sum to the limit that they are cut from. */
record SlicesMakeTheLimit(Committed committed) implements Invariant {
  @Override
  public void afterChange() {
    Map<LimitDay, BigDecimal> caps = new HashMap<>();
    for (CutSlice row : committed.limitSlices()) {
      caps.merge(row.day(), row.slice().cap(), BigDecimal::add);
    }
    for (CutSlice row : committed.limitSlices()) {
      if (row.isCut() && row.perDay().compareTo(caps.get(row.day())) != 0) {
        throw new Violation(this, row + ", but the caps sum to " + caps.get(row.day()));
      }
    }
  }
}
