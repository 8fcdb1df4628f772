package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.simulation.actors.SimulatedChannel;

/** Once all is quiet, every amount is known that the channel tells when it is asked. */
record AmountsBecomeKnown(Committed committed, SimulatedChannel channel) implements Invariant {
  @Override
  public void atRest() {
    committed.trades().forEach(this::require);
  }

  private void require(PaidTrade trade) {
    boolean told =
        channel
            .lastSuccess(trade.payNo())
            .filter(payment -> payment.tradeNo().equals(trade.tradeNo()))
            .isPresent();
    if (trade.amount() == null && told) {
      throw new Violation(this, "nobody has asked what was paid: " + trade);
    }
  }
}
