package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;

/** What of the outbox can be changed by hand; each within the caller's transaction. */
public interface OutboxControl {
  /** Has all instances publish nothing, or again; returns whether that is new. */
  boolean pause(boolean paused);

  /** Lets the events of an aggregate flow again; returns whether they were kept back. */
  boolean unblock(AggregateKey key);

  /**
   * Takes an event off the lists for good, its entry in the log stays; returns whether it waited.
   */
  boolean skip(EventId eventId);
}
