package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.fakes.InMemoryStore.TradeKey;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@link PaidTrades} in memory. */
public final class InMemoryPaidTrades implements PaidTrades {
  private final InMemoryStore store;

  public InMemoryPaidTrades(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public List<PaidTrade> of(PayNo payNo) {
    return store.trades.visible().stream().filter(trade -> trade.payNo().equals(payNo)).toList();
  }

  @Override
  public Optional<PaidTrade> find(PayChannel channel, TradeNo tradeNo) {
    return store.trades.get(new TradeKey(channel, tradeNo));
  }

  @Override
  public boolean add(PaidTrade trade) {
    requireLocked(trade.payNo());
    return store.trades.insert(key(trade), trade.stored(store.nextId()));
  }

  @Override
  public void replaceAmount(PaidTrade before, PaidTrade next) {
    requireLocked(next.payNo());
    PaidTrade now = store.trades.lock(key(next)).orElseThrow();
    if (!Objects.equals(now.amount(), before.amount())) {
      throw new IllegalStateException("the amount is another by now: " + now);
    }
    store.trades.put(key(next), next);
  }

  @Override
  public void replaceRefunds(PaidTrade before, PaidTrade next) {
    requireLocked(next.payNo());
    PaidTrade now = store.trades.lock(key(next)).orElseThrow();
    if (!now.refunds().equals(before.refunds()) || !Objects.equals(now.amount(), before.amount())) {
      throw new IllegalStateException("other refunds by now: " + now);
    }
    store.trades.put(key(next), next.stored(now.id()));
  }

  @Override
  public void addClaim(TradeClaim claim) {
    requireLocked(claim.payNo());
    long id = store.nextId();
    if (isClaimed(claim.payNo(), claim.channel(), claim.tradeNo())
        || !store.claims.insert(id, claim.stored(id))) {
      throw new IllegalStateException("claimed before: " + claim);
    }
  }

  @Override
  public boolean hasClaimed(PayNo payNo, PaidTrade foreign) {
    return isClaimed(payNo, foreign.channel(), foreign.tradeNo());
  }

  private boolean isClaimed(PayNo payNo, PayChannel channel, TradeNo tradeNo) {
    return store.claims.visible().stream()
        .anyMatch(claim -> claim.payNo().equals(payNo) && isTo(claim, channel, tradeNo));
  }

  @Override
  public List<TradeClaim> claims(PayChannel channel, TradeNo tradeNo, int limit) {
    return store.claims.visible().stream()
        .filter(claim -> isTo(claim, channel, tradeNo))
        .limit(limit)
        .toList();
  }

  private static boolean isTo(TradeClaim claim, PayChannel channel, TradeNo tradeNo) {
    return claim.channel().equals(channel) && claim.tradeNo().equals(tradeNo);
  }

  private static TradeKey key(PaidTrade trade) {
    return new TradeKey(trade.channel(), trade.tradeNo());
  }

  // The real one cannot see it; whoever forgets the lock is found here.
  private void requireLocked(PayNo payNo) {
    if (!store.orders.isHeld(payNo)) {
      throw new IllegalStateException("a payment is written under its order's row lock: " + payNo);
    }
  }
}
