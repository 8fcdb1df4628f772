package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Duration;
import java.util.Optional;

/** Money that was taken and did not arrive is free for other refunds. */
public final class AbnormalFreesTheHold extends Wiring {
  @Override
  public Refunds refunds(Refunds real, PaidTrades trades) {
    return new OtherRefunds(real) {
      @Override
      public void advance(Refund next, Optional<Duration> checkIn) {
        Refund before = real.find(next.refundNo()).orElseThrow();
        real.advance(next, checkIn);
        if (next.status() == RefundStatus.ABNORMAL && before.status() != RefundStatus.ABNORMAL) {
          RefundTerms terms = next.terms();
          PaidTrade trade = trades.find(terms.channel(), terms.tradeNo()).orElseThrow();
          trades.replaceRefunds(trade, trade.release(terms.amount()));
        }
      }
    };
  }
}
