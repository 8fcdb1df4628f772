package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows operators the money that a person must check. */
public final class InspectMoney {
  public static final int LONGEST_PAGE = 1000;

  /** The limit for one trade; a correct channel never reaches it. */
  private static final int CLAIMS = 100;

  /** The limit of each count; the counted cases are rare. */
  private static final int COUNT_LIMIT = 10_000;

  private final MoneyReports reports;
  private final PaidTrades trades;
  private final Duration overdueAfter;
  private final Clock clock;

  /**
   * @param overdueAfter how long after its expiry an order counts as overdue
   */
  public InspectMoney(MoneyReports reports, PaidTrades trades, Duration overdueAfter, Clock clock) {
    this.reports = reports;
    this.trades = trades;
    this.overdueAfter = overdueAfter;
    this.clock = clock;
  }

  /** A payment, and the claims of other orders to it. */
  public record TradeDetails(PaidTrade payment, List<TradeClaim> claims) {}

  /** Includes payments that are applied to an order but turned out to have another amount. */
  public List<PaidTrade> unapplied(State state, long after, int limit) {
    checkPage(limit);
    return reports.unapplied(state, after, limit);
  }

  public List<TradeClaim> claims(long after, int limit) {
    checkPage(limit);
    return reports.claims(after, limit);
  }

  public List<PayOrder> overdue(@Nullable PayNo after, int limit) {
    checkPage(limit);
    return reports.overdue(expiredBefore(), after, limit);
  }

  /** Returns the payment of a trade and its order; empty when no order has the trade. */
  public Optional<TradeDetails> trade(PayChannel channel, TradeNo tradeNo) {
    return trades
        .find(channel, tradeNo)
        .map(payment -> new TradeDetails(payment, trades.claims(channel, tradeNo, CLAIMS)));
  }

  public MoneyState state() {
    return reports.state(expiredBefore(), COUNT_LIMIT);
  }

  private Instant expiredBefore() {
    return clock.instant().minus(overdueAfter);
  }

  private static void checkPage(int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new InvalidValue("limit", "page");
    }
  }
}
