package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.simulation.actors.BookedRefund;
import com.yuge.payment.domain.simulation.actors.RefundBooks;
import com.yuge.payment.domain.simulation.actors.SimulatedChannel;
import java.math.BigDecimal;

/**
 * The channel's books never show more given back than taken, nor is it asked for more; except where
 * it made a refund after it had refused it.
 */
final class ChannelGivesBackWhatItTook implements Invariant {
  private final RefundBooks books;
  private final SimulatedChannel channel;
  private int seen;

  ChannelGivesBackWhatItTook(SimulatedChannel channel) {
    this.channel = channel;
    this.books = channel.refunds().books();
  }

  @Override
  public void afterChange() {
    for (BookedRefund refund : books.all()) {
      TradeNo tradeNo = refund.request().tradeNo();
      BigDecimal paid = books.sum(tradeNo, other -> other.mayPay() && !other.isLate());
      if (paid.compareTo(channel.taken(refund.request())) > 0) {
        throw new Violation(this, paid + " of " + tradeNo + " went back");
      }
    }
    for (; seen < books.overdrawn().size(); seen++) {
      require(books.overdrawn().get(seen));
    }
  }

  private void require(RefundRequest request) {
    boolean late = books.sum(request.tradeNo(), BookedRefund::isLate).signum() > 0;
    if (!late) {
      throw new Violation(this, "it was asked for too much: " + request);
    }
  }
}
