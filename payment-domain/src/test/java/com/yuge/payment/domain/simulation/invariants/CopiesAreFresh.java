package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.simulation.actors.ForgetfulCopies;
import com.yuge.payment.domain.simulation.actors.Shop;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whoever asks for an order hears of its refunds as they are, or were a short time ago. */
final class CopiesAreFresh implements Invariant {
  /** A reader may be suspended before it stores its copy, which then lives on. */
  private static final long OLDEST =
      ForgetfulCopies.TIME_TO_LIVE.plus(Duration.ofMinutes(2)).toNanos() / 1_000;

  private record Version(long from, Map<TradeNo, RefundTotals> totals) {}

  private final Committed committed;
  private final Shop shop;
  private final Scheduler scheduler;
  private final Map<PayNo, List<Version>> versions = new HashMap<>();
  private int seen;

  CopiesAreFresh(Committed committed, Shop shop, Scheduler scheduler) {
    this.committed = committed;
    this.shop = shop;
    this.scheduler = scheduler;
  }

  @Override
  public void afterChange() {
    committed.orders().forEach(order -> note(order.payNo()));
    for (; seen < shop.looks().size(); seen++) {
      require(shop.looks().get(seen));
    }
  }

  private void note(PayNo payNo) {
    List<Version> known = versions.computeIfAbsent(payNo, unused -> new ArrayList<>());
    Map<TradeNo, RefundTotals> totals = new HashMap<>();
    for (PaidTrade trade : committed.trades()) {
      if (trade.payNo().equals(payNo)) {
        totals.put(trade.tradeNo(), trade.refunds());
      }
    }
    if (known.isEmpty() || !known.get(known.size() - 1).totals().equals(totals)) {
      known.add(new Version(scheduler.now(), totals));
    }
  }

  private static Map<TradeNo, RefundTotals> totals(Stream<PaidTrade> trades) {
    return trades.collect(Collectors.toMap(PaidTrade::tradeNo, PaidTrade::refunds));
  }

  private void require(Shop.Look look) {
    Map<TradeNo, RefundTotals> told = totals(look.answer().payments().stream());
    List<Version> known = versions.getOrDefault(look.answer().order().payNo(), List.of());
    for (int i = 0; i < known.size(); i++) {
      long until = i + 1 < known.size() ? known.get(i + 1).from() : Long.MAX_VALUE;
      if (known.get(i).totals().equals(told) && until >= look.askedAt() - OLDEST) {
        return;
      }
    }
    throw new Violation(this, look + " was told, but there was " + known);
  }
}
