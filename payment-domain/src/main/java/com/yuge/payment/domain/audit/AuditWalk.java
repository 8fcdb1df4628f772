package com.yuge.payment.domain.audit;

import java.util.List;
import java.util.Optional;

/** The parts of a day's audit, in their order. Each walks rows by their numbers. */
public enum AuditWalk {
  /** Orders that could be paid on the day, by when they were created. */
  ORDERS,
  /** Payments that were received on the day. */
  TRADES,
  /** Refunds that were created on the day, with their payments. */
  REFUNDS,
  /** Events of the day, with what they tell of. */
  EVENTS,
  /** Callbacks of the day that changed something. */
  CALLBACKS,
  /** What waits for the broker now; a row's number is the number of its partition. */
  PENDING,
  /** Removes sums that an audit left that was given up. */
  LIMITS_CLEARED,
  /** The users and merchants who have used something of the day's limit. */
  LIMITS_BEGUN,
  /** What the orders of the first walk count against limits. */
  LIMITS_ORDERS,
  /** The same of older orders, whose money came on the day. */
  LIMITS_TRADES,
  /** Who has used something else than the orders sum to. */
  LIMITS_COMPARED,
  /** As a release may have come in between, their orders are read again. */
  LIMITS_ORDERS_AGAIN,
  LIMITS_TRADES_AGAIN,
  /** Who still has used something else, although nothing was released meanwhile. */
  LIMITS_COMPARED_AGAIN;

  /** Whether it sums up what counts against limits. */
  public boolean isOfLimits() {
    return name().startsWith("LIMITS_");
  }

  /** Whether only those are summed up who differed before. */
  public boolean isAgain() {
    return name().endsWith("_AGAIN");
  }

  /** The walk that begins at the same row. */
  AuditWalk rows() {
    return switch (this) {
      case LIMITS_ORDERS, LIMITS_ORDERS_AGAIN -> ORDERS;
      case LIMITS_TRADES, LIMITS_TRADES_AGAIN -> TRADES;
      case ORDERS,
          TRADES,
          REFUNDS,
          EVENTS,
          CALLBACKS,
          PENDING,
          LIMITS_CLEARED,
          LIMITS_BEGUN,
          LIMITS_COMPARED,
          LIMITS_COMPARED_AGAIN ->
          this;
    };
  }

  /** Returns the first one. */
  static AuditWalk first() {
    return ORDERS;
  }

  /** Returns the one that follows; empty after the last one. */
  Optional<AuditWalk> next() {
    List<AuditWalk> all = List.of(values());
    return all.stream().skip(all.indexOf(this) + 1L).findFirst();
  }
}
