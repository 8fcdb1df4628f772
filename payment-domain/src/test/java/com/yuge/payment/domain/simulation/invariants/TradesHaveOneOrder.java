package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trade pays one order, which has its row; the row stays as it is but for its amount, which is
 * never forgotten.
 */
final class TradesHaveOneOrder implements Invariant {
  private final Committed committed;
  private final Map<TradeNo, PaidTrade> seen = new HashMap<>();

  TradesHaveOneOrder(Committed committed) {
    this.committed = committed;
  }

  @Override
  public void afterChange() {
    Map<TradeNo, PaidTrade> rows = new HashMap<>();
    committed.trades().forEach(trade -> rows.put(trade.tradeNo(), trade));
    rows.values().forEach(this::requireSame);
    Set<TradeNo> paid = new HashSet<>();
    for (PayOrder order : committed.orders()) {
      if (order.status() == PayStatus.SUCCESS) {
        TradeNo tradeNo = Objects.requireNonNull(order.channelTradeNo());
        requireApplied(order, rows.get(tradeNo));
        if (!paid.add(tradeNo)) {
          throw new Violation(this, tradeNo + " pays two orders");
        }
      }
    }
  }

  private void requireApplied(PayOrder order, @Nullable PaidTrade row) {
    boolean its = row != null && row.payNo().equals(order.payNo()) && row.kind() == Kind.SETTLED;
    if (!its) {
      throw new Violation(this, order.payNo() + " is paid by " + row);
    }
  }

  private void requireSame(PaidTrade now) {
    PaidTrade before = seen.put(now.tradeNo(), now);
    if (before == null || before.equals(now)) {
      return;
    }
    boolean forgotten = before.amount() != null && now.amount() == null;
    if (forgotten || !before.payNo().equals(now.payNo()) || before.kind() != now.kind()) {
      throw new Violation(this, "was " + before + ", is " + now);
    }
  }
}
