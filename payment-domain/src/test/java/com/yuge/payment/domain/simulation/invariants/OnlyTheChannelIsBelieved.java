package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.StrayPayment;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.simulation.actors.Payment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whatever an order says of money is in the channel's books: no unverified message changed it. */
record OnlyTheChannelIsBelieved(Committed committed, List<Payment> books) implements Invariant {
  @Override
  public void afterChange() {
    committed.orders().forEach(this::check);
  }

  private void check(PayOrder order) {
    if (order.status() == PayStatus.SUCCESS) {
      require(order.payNo(), order.channelTradeNo(), true);
    }
    if (order.status() == PayStatus.FAILED) {
      require(order.payNo(), order.channelTradeNo(), false);
    }
    check(order.payNo(), order.lateSuccess());
    check(order.payNo(), order.mismatch());
  }

  private void check(PayNo payNo, @Nullable StrayPayment stray) {
    if (stray != null) {
      require(payNo, stray.tradeNo(), true);
    }
  }

  private void require(PayNo payNo, @Nullable TradeNo tradeNo, boolean tookMoney) {
    boolean inTheBooks =
        books.stream()
            .filter(payment -> payment.payNo().equals(payNo))
            .filter(payment -> payment.tookMoney() == tookMoney)
            .anyMatch(payment -> payment.tradeNo().equals(tradeNo));
    if (!inTheBooks) {
      throw new Violation(this, "the channel knows nothing of " + tradeNo + " for " + payNo);
    }
  }
}
