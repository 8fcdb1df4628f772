package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.simulation.actors.RefundBooks;
import java.math.BigDecimal;
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
    committed.trades().stream()
        .flatMap(this::automatic)
        .filter(refund -> refund.status() != RefundStatus.FAILED)
        .forEach(this::requireMadeOnce);
  }

  // The channel may say another amount afterwards, which a person then has to look at.
  private void requireMadeOnce(Refund refund) {
    BigDecimal made =
        books.sum(
            refund.terms().tradeNo(),
            booked -> booked.isMade() && booked.request().refundNo().equals(refund.refundNo()));
    if (made.compareTo(refund.terms().baseAmount().amount()) != 0) {
      throw new Violation(this, made + " went back by " + refund);
    }
  }

  private Stream<Refund> automatic(PaidTrade trade) {
    return committed.refunds().stream()
        .filter(refund -> refund.terms().origin() == Origin.AUTO)
        .filter(refund -> refund.terms().tradeNo().equals(trade.tradeNo()));
  }
}
