package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.PaidTrade.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Money that a person must check, and orders whose channel must be asked.
 *
 * @param open unapplied payments that nobody has handled, by kind
 * @param oldestOpen when the oldest of them was received
 * @param claims trades that were named for two orders
 * @param amountsAwaited paid orders whose channel is queried until it reports the amount
 * @param overdue PAYING orders that are long past their expiry
 * @param earliestCheck when the earliest planned check of an order is or was due
 */
public record MoneyState(
    Map<Kind, Integer> open,
    Optional<Instant> oldestOpen,
    int claims,
    int amountsAwaited,
    int overdue,
    Optional<Instant> earliestCheck) {
  public MoneyState {
    open = Map.copyOf(open);
  }

  public int open(Kind kind) {
    return open.getOrDefault(kind, 0);
  }
}
