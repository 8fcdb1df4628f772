package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.math.BigDecimal;
import java.util.List;

/** Only refunds that were made count against what the trade took. */
public final class CountsSuccessOnly extends Wiring {
  @Override
  public PaidTrades trades(PaidTrades real) {
    return UnguardedTotals.over(
        real, payNo -> real.of(payNo).stream().map(CountsSuccessOnly::madeOnly).toList());
  }

  private static PaidTrade madeOnly(PaidTrade trade) {
    BigDecimal done = trade.refunds().done();
    return UnguardedTotals.with(trade, new RefundTotals(done, done));
  }

  @Override
  public Refunds refunds(Refunds real, PaidTrades unused) {
    return new OtherRefunds(real) {
      @Override
      public List<Refund> of(PayNo payNo) {
        return real.of(payNo).stream().filter(Refund::isDone).toList();
      }
    };
  }
}
