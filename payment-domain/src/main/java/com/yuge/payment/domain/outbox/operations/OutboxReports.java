package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.shared.AggregateKey;
import java.util.List;

/** Reports on the outbox that are cheap, even when many events wait. */
public interface OutboxReports {
  /** Returns the state; each count ends at {@code limit}. */
  OutboxState state(int limit);

  /**
   * Blocked aggregates after a key, in the order of their keys; an empty key starts at the first.
   */
  List<BlockedAggregate> blocked(String after, int limit);

  /** The waiting events of an aggregate, oldest first. */
  List<WaitingEvent> waiting(AggregateKey key, int limit);
}
