package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * At every commit the refunds of a trade are at most what it took, where they have not failed; what
 * the channel made after its refusal counts for new ones only.
 */
final class RefundsWithinTheTrade implements Invariant {
  private final Committed committed;
  private final Map<TradeNo, BigDecimal> taken = new HashMap<>();
  private final Set<RefundNo> seen = new HashSet<>();

  RefundsWithinTheTrade(Committed committed) {
    this.committed = committed;
  }

  @Override
  public void afterChange() {
    committed.trades().forEach(this::noteTaken);
    for (Refund refund : committed.refunds()) {
      boolean isNew = seen.add(refund.refundNo());
      TradeNo tradeNo = refund.terms().tradeNo();
      require(tradeNo, sum(tradeNo, Refund::isLive, isNew));
    }
  }

  // A channel that names two amounts for one trade may lower it.
  private void noteTaken(PaidTrade trade) {
    if (trade.amount() != null) {
      taken.merge(trade.tradeNo(), trade.amount().amount(), BigDecimal::max);
    }
  }

  private BigDecimal sum(TradeNo tradeNo, Predicate<Refund> live, boolean withLate) {
    return committed.refunds().stream()
        .filter(refund -> refund.terms().tradeNo().equals(tradeNo))
        .filter(live)
        .filter(refund -> withLate || refund.progress().lateAt() == null)
        .map(refund -> refund.terms().amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void require(TradeNo tradeNo, BigDecimal sum) {
    BigDecimal most = taken.getOrDefault(tradeNo, BigDecimal.ZERO);
    if (sum.compareTo(most) > 0) {
      throw new Violation(this, tradeNo + " took " + most + ", its refunds are " + sum);
    }
  }
}
