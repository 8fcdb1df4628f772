package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The known payments when a channel's result for an order is decided.
 *
 * @param own the order's payments
 * @param foreign another order's payment whose trade the result names
 * @param claimed whether this order has claimed the foreign payment before
 */
public record KnownTrades(List<PaidTrade> own, Optional<PaidTrade> foreign, boolean claimed) {
  public KnownTrades {
    own = List.copyOf(own);
  }

  /** As far as is known, no other order has the trade. */
  public static KnownTrades of(List<PaidTrade> own) {
    return new KnownTrades(own, Optional.empty(), false);
  }

  /** The named trade is already taken, by this order or by another one. */
  static KnownTrades ofTaken(PaidTrades trades, PayOrder order, TradeNo tradeNo) {
    PaidTrade taken =
        trades
            .find(order.channel(), tradeNo)
            .orElseThrow(() -> new IllegalStateException("no order has " + tradeNo));
    return taken.payNo().equals(order.payNo())
        ? of(List.of(taken))
        : new KnownTrades(List.of(), Optional.of(taken), trades.hasClaimed(order.payNo(), taken));
  }

  Optional<PaidTrade> own(@Nullable TradeNo tradeNo) {
    return own.stream().filter(trade -> trade.tradeNo().equals(tradeNo)).findFirst();
  }

  boolean has(Kind kind) {
    return own.stream().anyMatch(trade -> trade.kind() == kind);
  }
}
