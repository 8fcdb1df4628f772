package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitSlice;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;

/** What is left over when the limit is cut anew belongs to no slice. */
public final class LosesSlack extends Wiring {
  @Override
  public LimitUses limitUses(LimitUses real, Clock clock) {
    return new OtherLimitUses(real) {
      @Override
      public void replace(LimitDay day, BigDecimal perDay, List<LimitSlice> slices) {
        BigDecimal cent = slices.size() > 1 ? new BigDecimal("0.01") : BigDecimal.ZERO;
        real.replace(
            day,
            perDay,
            slices.stream()
                .map(
                    slice ->
                        slice.shard() == 0
                            ? new LimitSlice(0, slice.cap().subtract(cent), slice.used())
                            : slice)
                .toList());
      }
    };
  }
}
