package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitSlice;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** A reservation is released on the day that it is now, not on that of its making. */
public final class ReleasesToday extends Wiring {
  @Override
  public LimitUses limitUses(LimitUses real, Clock clock) {
    return new OtherLimitUses(real) {
      @Override
      public void release(LimitDay day, int shard, Money amount) {
        LocalDate today = LocalDate.now(clock);
        List<LimitSlice> unused = real.lock(new LimitDay(day.subject(), today), shard + 1);
        real.release(new LimitDay(day.subject(), today), shard, amount);
      }
    };
  }
}
