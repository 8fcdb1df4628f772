package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.refund.Refund;
import java.math.BigDecimal;
import java.util.function.Predicate;

/** At every commit a trade's refund totals are the sums over its refunds. */
record TotalsAreTheSums(Committed committed) implements Invariant {
  @Override
  public void afterChange() {
    committed.trades().forEach(this::require);
  }

  private void require(PaidTrade trade) {
    RefundTotals sums = new RefundTotals(sum(trade, Refund::isLive), sum(trade, Refund::isDone));
    if (!trade.refunds().equals(sums)) {
      throw new Violation(this, trade + ", but its refunds are " + sums);
    }
  }

  private BigDecimal sum(PaidTrade trade, Predicate<Refund> counted) {
    return committed.refunds().stream()
        .filter(refund -> refund.terms().tradeNo().equals(trade.tradeNo()))
        .filter(counted)
        .map(refund -> refund.terms().amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
