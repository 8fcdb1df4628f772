package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.limit.LimitDay;
import com.yuge.payment.domain.limit.LimitSlice;
import com.yuge.payment.domain.limit.LimitUses;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.util.List;

/** {@link LimitUses} of which a bug replaces a part. */
class OtherLimitUses implements LimitUses {
  private final LimitUses real;

  OtherLimitUses(LimitUses real) {
    this.real = real;
  }

  @Override
  public boolean use(LimitDay day, BigDecimal perDay, int shard, Money amount) {
    return real.use(day, perDay, shard, amount);
  }

  @Override
  public void undo(LimitDay day, int shard, Money amount) {
    real.undo(day, shard, amount);
  }

  @Override
  public List<LimitSlice> lock(LimitDay day, int shards) {
    return real.lock(day, shards);
  }

  @Override
  public void replace(LimitDay day, BigDecimal perDay, List<LimitSlice> slices) {
    real.replace(day, perDay, slices);
  }

  @Override
  public void release(LimitDay day, int shard, Money amount) {
    real.release(day, shard, amount);
  }

  @Override
  public BigDecimal used(LimitDay day) {
    return real.used(day);
  }
}
