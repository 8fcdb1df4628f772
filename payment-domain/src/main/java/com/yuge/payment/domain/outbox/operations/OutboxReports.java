package com.yuge.payment.domain.outbox.operations;

import com.yuge.payment.domain.shared.AggregateKey;
import java.util.List;

/** Looks at the outbox that cost little, however much waits. */
public interface OutboxReports {
  /** Counts to {@code limit} at most. */
  OutboxState state(int limit);

  /** Blocked aggregates in the order of their keys, those after a key; empty to begin with. */
  List<BlockedAggregate> blocked(String after, int limit);

  /** What waits of an aggregate, oldest first. */
  List<WaitingEvent> waiting(AggregateKey key, int limit);
}
