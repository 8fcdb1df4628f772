package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.simulation.actors.BookedRefund;
import com.yuge.payment.domain.simulation.actors.RefundBooks;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Money that came too late is given back by the commit that records it and its amount: by one
 * refund, which the channel makes once, unless an operator cancels it or takes the money as it is.
 */
record LateMoneyGoesBackOnce(Committed committed, RefundBooks books) implements Invariant {
  @Override
  public void afterChange() {
    for (PaidTrade trade : committed.trades()) {
      long refunds = automatic(trade).count();
      if (refunds > 1 || (refunds == 0 && mustGoBack(trade))) {
        throw new Violation(this, refunds + " automatic refunds of " + trade);
      }
    }
  }

  private boolean mustGoBack(PaidTrade trade) {
    PayOrder order = committed.order(trade.payNo());
    return trade.kind() == Kind.LATE
        && trade.state() == PaidTrade.State.OPEN
        && order != null
        && order.amount().equals(trade.amount());
  }

  @Override
  public void atRest() {
    for (PaidTrade trade : committed.trades()) {
      Optional<Refund> refund = automatic(trade).findFirst();
      if (refund.isPresent() && refund.get().status() != RefundStatus.FAILED) {
        requireMadeOnce(trade);
      }
    }
  }

  private void requireMadeOnce(PaidTrade trade) {
    BigDecimal made = books.sum(trade.tradeNo(), BookedRefund::isMade);
    if (trade.amount() == null || made.compareTo(trade.amount().amount()) != 0) {
      throw new Violation(this, made + " of " + trade + " went back");
    }
  }

  private Stream<Refund> automatic(PaidTrade trade) {
    return committed.refunds().stream()
        .filter(refund -> refund.terms().origin() == Origin.AUTO)
        .filter(refund -> refund.terms().tradeNo().equals(trade.tradeNo()));
  }
}
