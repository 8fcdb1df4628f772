package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.fakes.InMemoryStore.TradeKey;
import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.MoneyState;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link MoneyReports} in memory. */
public final class InMemoryMoneyReports implements MoneyReports {
  private static final Comparator<PayOrder> MOST_OVERDUE =
      Comparator.comparing(PayOrder::expireAt).thenComparing(PayOrder::id);

  private final InMemoryStore store;

  public InMemoryMoneyReports(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public List<PaidTrade> unapplied(State state, long after, int limit) {
    return store.trades.visible().stream()
        .filter(trade -> trade.state() == state && trade.id() > after)
        .sorted(Comparator.comparing(PaidTrade::id))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<PaidTrade> unapplied(long id) {
    return store.trades.visible().stream()
        .filter(trade -> trade.state() != null && trade.id() == id)
        .findFirst();
  }

  @Override
  public boolean accept(PaidTrade accepted, Instant at) {
    return store.statement(
        () -> {
          TradeKey key = new TradeKey(accepted.channel(), accepted.tradeNo());
          Optional<PaidTrade> open =
              store.trades.lock(key).filter(InMemoryMoneyReports::isAcceptable);
          open.ifPresent(trade -> store.trades.put(key, resolved(trade, accepted)));
          return open.isPresent();
        });
  }

  private static boolean isAcceptable(PaidTrade trade) {
    return trade.state() == State.OPEN && !trade.isBeingRefunded();
  }

  // As the database does: what somebody else wrote meanwhile stays.
  private static PaidTrade resolved(PaidTrade trade, PaidTrade accepted) {
    return new PaidTrade(
        trade.id(),
        trade.channel(),
        trade.tradeNo(),
        trade.payNo(),
        trade.kind(),
        trade.amount(),
        trade.paidAt(),
        trade.receivedAt(),
        accepted.state(),
        accepted.resolved(),
        trade.refunds());
  }

  @Override
  public List<TradeClaim> claims(long after, int limit) {
    return store.claims.visible().stream()
        .filter(claim -> claim.id() > after)
        .sorted(Comparator.comparing(TradeClaim::id))
        .limit(limit)
        .toList();
  }

  @Override
  public List<PayOrder> overdue(Instant expiredBefore, @Nullable PayNo after, int limit) {
    return overdue(expiredBefore)
        .filter(order -> after == null || MOST_OVERDUE.compare(order, order(after)) > 0)
        .limit(limit)
        .toList();
  }

  // The last one of a page may have moved on since, but its expiry stays.
  private PayOrder order(PayNo payNo) {
    return store.orders.get(payNo).orElseThrow();
  }

  private Stream<PayOrder> overdue(Instant expiredBefore) {
    return store.orders.visible().stream()
        .filter(order -> order.status() == PayStatus.PAYING)
        .filter(order -> order.expireAt().isBefore(expiredBefore))
        .sorted(MOST_OVERDUE);
  }

  @Override
  public MoneyState state(Instant expiredBefore, int limit) {
    List<PaidTrade> open = unapplied(State.OPEN, 0, limit);
    Map<Kind, Integer> kinds =
        open.stream()
            .collect(Collectors.groupingBy(PaidTrade::kind, Collectors.summingInt(t -> 1)));
    return new MoneyState(
        kinds,
        open.stream().map(PaidTrade::receivedAt).min(Comparator.naturalOrder()),
        claims(0, limit).size(),
        (int) store.orders.visible().stream().filter(this::isAwaited).limit(limit).count(),
        (int) overdue(expiredBefore).limit(limit).count(),
        store.checks.visible().stream().min(Comparator.naturalOrder()));
  }

  private boolean isAwaited(PayOrder order) {
    return order.status() == PayStatus.SUCCESS && store.checks.get(order.payNo()).isPresent();
  }
}
