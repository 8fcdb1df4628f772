package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Clock;

/** A reservation is released once more. */
public final class ReleasesTwice extends Wiring {
  @Override
  public LimitUses limitUses(LimitUses real, Clock clock) {
    return new OtherLimitUses(real) {
      @Override
      public void release(LimitDay day, int shard, Money amount) {
        real.release(day, shard, amount);
        real.release(day, shard, amount);
      }
    };
  }
}
