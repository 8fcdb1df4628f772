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
  PENDING;

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
