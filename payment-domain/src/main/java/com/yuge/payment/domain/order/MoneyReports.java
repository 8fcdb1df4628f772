package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports on money that operators must check, over all orders; read by key, page by page. */
public interface MoneyReports {
  /**
   * Payments in this state that need a person, oldest first: those that are applied to no order,
   * and applied payments whose amount turned out to differ.
   *
   * @param after the last id of the page before, 0 for the first page
   */
  List<PaidTrade> unapplied(State state, long after, int limit);

  /** One of these payments, in any state. */
  Optional<PaidTrade> unapplied(long id);

  /**
   * Marks an open payment as accepted.
   *
   * @return false when it was no longer open; nothing was written
   */
  boolean accept(PaidTrade accepted, Instant at);

  /** Trades that were named for two orders, oldest first; {@code after} as above. */
  List<TradeClaim> claims(long after, int limit);

  /**
   * Orders that are PAYING although they expired before this moment, most overdue first.
   *
   * @param after the last one of the page before, null for the first page
   */
  List<PayOrder> overdue(Instant expiredBefore, @Nullable PayNo after, int limit);

  /**
   * Counts of all the above, and when the earliest check is due.
   *
   * @param limit the highest value of each count
   */
  MoneyState state(Instant expiredBefore, int limit);
}
