package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitSlice;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What is used is read first, and added to once the rows are locked. */
public final class ChecksThenAdds extends Wiring {
  @Override
  public LimitUses limitUses(LimitUses real, Clock clock) {
    return new OtherLimitUses(real) {
      @Override
      public boolean use(LimitDay day, BigDecimal perDay, int shard, Money amount) {
        BigDecimal seen = real.used(day);
        if (seen.add(amount.amount()).compareTo(perDay) > 0) {
          return false;
        }
        List<LimitSlice> slices = new ArrayList<>(real.lock(day, shard + 1));
        BigDecimal caps =
            slices.stream().map(LimitSlice::cap).reduce(BigDecimal.ZERO, BigDecimal::add);
        slices.replaceAll(
            slice ->
                new LimitSlice(
                    slice.shard(),
                    slice.shard() == 0 ? slice.cap().add(perDay).subtract(caps) : slice.cap(),
                    slice.shard() == shard ? slice.used().add(amount.amount()) : slice.used()));
        real.replace(day, perDay, slices);
        return true;
      }
    };
  }
}
