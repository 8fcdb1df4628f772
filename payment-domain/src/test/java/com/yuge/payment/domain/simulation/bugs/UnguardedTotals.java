package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fixtures.Interceptor;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.shared.PayNo;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link PaidTrades} that add to the refund totals, whatever these have become meanwhile. */
final class UnguardedTotals {
  private UnguardedTotals() {}

  static PaidTrades over(PaidTrades real, Function<PayNo, List<PaidTrade>> reading) {
    return Interceptor.before(
        PaidTrades.class,
        real,
        call ->
            switch (call.name()) {
              case "of" -> reading.apply((PayNo) call.arguments().get(0));
              case "replaceRefunds" ->
                  add(
                      real,
                      (PaidTrade) call.arguments().get(0),
                      (PaidTrade) call.arguments().get(1));
              default -> call.proceed();
            });
  }

  private static @Nullable Object add(PaidTrades real, PaidTrade before, PaidTrade next) {
    PaidTrade now = real.find(next.channel(), next.tradeNo()).orElseThrow();
    BigDecimal held = next.refunds().held().subtract(before.refunds().held());
    BigDecimal done = next.refunds().done().subtract(before.refunds().done());
    real.replaceRefunds(
        now,
        with(
            next,
            new RefundTotals(now.refunds().held().add(held), now.refunds().done().add(done))));
    return null;
  }

  static PaidTrade with(PaidTrade trade, RefundTotals totals) {
    return new PaidTrade(
        trade.id(),
        trade.channel(),
        trade.tradeNo(),
        trade.payNo(),
        trade.kind(),
        trade.amount(),
        trade.paidAt(),
        trade.receivedAt(),
        trade.state(),
        trade.resolved(),
        totals);
  }
}
