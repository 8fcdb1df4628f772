package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryPaidTrades;
import com.yuge.payment.domain.fakes.InMemoryRefunds;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.Refunds;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is left of a trade is read before the order is locked, and nothing guards the write. */
public final class SumsBeforeTheLock extends Wiring {
  private final Map<Thread, List<PaidTrade>> trades = new HashMap<>();
  private final Map<Thread, List<Refund>> refunds = new HashMap<>();

  @Override
  public PayOrders orders(InMemoryStore store, Clock storeClock) {
    PayOrders real = super.orders(store, storeClock);
    PaidTrades readTrades = new InMemoryPaidTrades(store);
    Refunds readRefunds = new InMemoryRefunds(store, store, storeClock);
    return new OtherPayOrders(
        real,
        payNo -> {
          trades.put(Thread.currentThread(), readTrades.of(payNo));
          refunds.put(Thread.currentThread(), readRefunds.of(payNo));
          return real.lock(payNo);
        });
  }

  @Override
  public PaidTrades trades(PaidTrades real) {
    return UnguardedTotals.over(
        real, payNo -> before(trades, payNo, PaidTrade::payNo).orElseGet(() -> real.of(payNo)));
  }

  @Override
  public Refunds refunds(Refunds real, PaidTrades unused) {
    return new OtherRefunds(real) {
      @Override
      public List<Refund> of(PayNo payNo) {
        return before(refunds, payNo, refund -> refund.terms().payNo())
            .orElseGet(() -> real.of(payNo));
      }
    };
  }

  private static <T> Optional<List<T>> before(
      Map<Thread, List<T>> readings, PayNo payNo, Function<T, PayNo> of) {
    return Optional.ofNullable(readings.remove(Thread.currentThread()))
        .filter(rows -> rows.stream().allMatch(row -> of.apply(row).equals(payNo)));
  }
}
