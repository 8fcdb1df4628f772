package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;

/** Manual changes of the outbox; each runs in the caller's transaction. */
public interface OutboxControl {
  /** Stops or resumes publishing on all instances; returns whether that is a change. */
  boolean pause(boolean paused);

  /** Unblocks the events of an aggregate; returns whether they were blocked. */
  boolean unblock(AggregateKey key);

  /**
   * Removes an event from the lists for good; its entry in the log stays. Returns whether it was on
   * a list.
   */
  boolean skip(EventId eventId);
}
