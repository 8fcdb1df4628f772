package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.math.BigDecimal;

/** A payment whose amount the channel does not say is recorded with the order's. */
public final class TakesTheAmountForGranted extends Wiring {
  private static final Money PRICE = Money.cny(new BigDecimal("99.99"));

  @Override
  public PaidTrades trades(PaidTrades real) {
    return OtherPaidTrades.adding(real, trade -> real.add(inFull(trade)));
  }

  private static PaidTrade inFull(PaidTrade trade) {
    return trade.amount() != null
        ? trade
        : new PaidTrade(
            trade.id(),
            trade.channel(),
            trade.tradeNo(),
            trade.payNo(),
            trade.kind(),
            PRICE,
            trade.paidAt(),
            trade.receivedAt(),
            trade.state(),
            trade.resolved(),
            trade.refunds());
  }
}
