package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A trade that another order has is taken for this order's as well. */
public final class SharesTrades extends Wiring {
  @Override
  public PaidTrades trades(PaidTrades real) {
    return OtherPaidTrades.adding(
        real,
        trade -> {
          boolean unused = real.add(trade);
          return true;
        });
  }
}
