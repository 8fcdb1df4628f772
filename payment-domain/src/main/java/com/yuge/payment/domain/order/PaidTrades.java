package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.List;
import java.util.Optional;

/** Every payment that a channel took; each belongs to one order. */
public interface PaidTrades {
  /** The order's payments, oldest first. */
  List<PaidTrade> of(PayNo payNo);

  Optional<PaidTrade> find(PayChannel channel, TradeNo tradeNo);

  /**
   * Adds a payment; waits for a transaction that is adding the same trade. The caller must hold the
   * row lock of the payment's order.
   *
   * @return false when the trade already belongs to an order; nothing was added
   */
  boolean add(PaidTrade trade);

  /**
   * Writes amount, time and state of a payment, under its order's row lock.
   *
   * @throws IllegalStateException when the payment no longer equals {@code before}
   */
  void replaceAmount(PaidTrade before, PaidTrade next);

  /**
   * Writes the refund totals and the state of a payment, under its order's row lock.
   *
   * @throws IllegalStateException when the payment's totals or amount are no longer those of {@code
   *     before}
   */
  void replaceRefunds(PaidTrade before, PaidTrade next);

  /** Records a claim, once for each order and trade, under the claiming order's row lock. */
  void addClaim(TradeClaim claim);

  boolean hasClaimed(PayNo payNo, PaidTrade foreign);

  /** The claims to a trade, oldest first, at most {@code limit}. */
  List<TradeClaim> claims(PayChannel channel, TradeNo tradeNo, int limit);
}
