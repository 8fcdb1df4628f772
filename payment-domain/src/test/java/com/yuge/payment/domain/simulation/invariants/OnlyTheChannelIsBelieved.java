package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.simulation.actors.Payment;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whatever an order says of money is in the channel's books: no unverified message changed it. */
record OnlyTheChannelIsBelieved(Committed committed, List<Payment> books) implements Invariant {
  @Override
  public void afterChange() {
    committed.orders().forEach(this::check);
    committed.trades().forEach(this::check);
    committed.claims().forEach(claim -> requireBooked(claim.payNo(), claim.tradeNo(), true));
  }

  private void check(PayOrder order) {
    if (order.status() == PayStatus.SUCCESS) {
      requireBooked(order.payNo(), order.channelTradeNo(), true);
    }
    if (order.status() == PayStatus.FAILED) {
      requireBooked(order.payNo(), order.channelTradeNo(), false);
    }
  }

  private void check(PaidTrade trade) {
    boolean said =
        booked(trade.payNo(), trade.tradeNo(), true)
            .anyMatch(p -> trade.amount() == null || trade.amount().equals(p.amount()));
    if (!said) {
      throw new Violation(this, "the channel never said " + trade);
    }
  }

  private void requireBooked(PayNo payNo, @Nullable TradeNo tradeNo, boolean tookMoney) {
    if (booked(payNo, tradeNo, tookMoney).findAny().isEmpty()) {
      throw new Violation(this, "the channel knows nothing of " + tradeNo + " for " + payNo);
    }
  }

  private Stream<Payment> booked(PayNo payNo, @Nullable TradeNo tradeNo, boolean tookMoney) {
    return books.stream()
        .filter(payment -> payment.payNo().equals(payNo))
        .filter(payment -> payment.tookMoney() == tookMoney)
        .filter(payment -> payment.tradeNo().equals(tradeNo));
  }
}
