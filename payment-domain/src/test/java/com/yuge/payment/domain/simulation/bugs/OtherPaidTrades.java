package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fixtures.Interceptor;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrades;
import java.util.function.Predicate;

/** {@link PaidTrades} that add in another way. */
final class OtherPaidTrades {
  private OtherPaidTrades() {}

  static PaidTrades adding(PaidTrades real, Predicate<PaidTrade> add) {
    return Interceptor.before(
        PaidTrades.class,
        real,
        call ->
            call.name().equals("add")
                ? add.test((PaidTrade) call.arguments().get(0))
                : call.proceed());
  }
}
