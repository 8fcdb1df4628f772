package com.yuge.payment.domain.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a day's audit, in their order. Each walks rows by their numbers. */
public enum AuditWalk {
  /** Orders that could be paid on the day, by their time of creation. */
  ORDERS,
  /** Payments that were received on the day. */
  TRADES,
  /** Refunds that were created on the day, with their payments. */
  REFUNDS,
  /** Events of the day, with the changes that they report. */
  EVENTS,
  /** Callbacks of the day that changed something. */
  CALLBACKS,
  /** Events that wait for the broker now; a row's number is the number of its partition. */
  PENDING,
  /** Removes the sums of an audit that was given up. */
  LIMITS_CLEARED(Round.FIRST),
  /** The users and merchants who have used something of the day's limit. */
  LIMITS_BEGUN(Round.FIRST),
  /** Sums up what the orders of the first walk count against limits. */
  LIMITS_ORDERS(Round.FIRST, ORDERS),
  /** The same for older orders whose payment arrived on the day. */
  LIMITS_TRADES(Round.FIRST, TRADES),
  /** The users and merchants whose stored use differs from the sum of their orders. */
  LIMITS_COMPARED(Round.FIRST),
  /**
   * An order may have released its amount meanwhile, so the orders of those who differ are read
   * again.
   */
  LIMITS_ORDERS_AGAIN(Round.AGAIN, ORDERS),
  LIMITS_TRADES_AGAIN(Round.AGAIN, TRADES),
  /** Those who still differ although nothing was released meanwhile. */
  LIMITS_COMPARED_AGAIN(Round.AGAIN);

  /** Whether the sums are made for the first time or again. */
  private enum Round {
    NONE,
    FIRST,
    AGAIN
  }

  private final Round round;
  private final @Nullable AuditWalk sameRows;

  AuditWalk() {
    this(Round.NONE);
  }

  AuditWalk(Round round) {
    this(round, null);
  }

  AuditWalk(Round round, @Nullable AuditWalk sameRows) {
    this.round = round;
    this.sameRows = sameRows;
  }

  /** Whether this walk sums up the use of limits. */
  public boolean isOfLimits() {
    return round != Round.NONE;
  }

  /** Whether this walk sums up only the users and merchants that differed before. */
  public boolean isAgain() {
    return round == Round.AGAIN;
  }

  /** The walk that begins at the same row. */
  AuditWalk rows() {
    return sameRows == null ? this : sameRows;
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
