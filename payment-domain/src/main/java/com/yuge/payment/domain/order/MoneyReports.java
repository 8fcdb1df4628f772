package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What operators have to see of money, over all orders; read by key, a page at a time. */
public interface MoneyReports {
  /**
   * Payments that are applied to no order, oldest first.
   *
   * @param after the last id of the page before, 0 for the first page
   */
  List<PaidTrade> unapplied(State state, long after, int limit);

  /** One of them, whatever its state. */
  Optional<PaidTrade> unapplied(long id);

  /**
   * Marks an open one as accepted.
   *
   * @return false when it was no longer open; nothing was written
   */
  boolean accept(PaidTrade accepted, Instant at);

  /** Trades that were named for two orders, oldest first; {@code after} as above. */
  List<TradeClaim> claims(long after, int limit);

  /**
   * Orders that are PAYING although they expired before that moment, most overdue first.
   *
   * @param after the last one of the page before, null for the first page
   */
  List<PayOrder> overdue(Instant expiredBefore, @Nullable PayNo after, int limit);

  /**
   * Counts of all this.
   *
   * @param limit where each count ends
   */
  MoneyState state(Instant expiredBefore, int limit);
}
