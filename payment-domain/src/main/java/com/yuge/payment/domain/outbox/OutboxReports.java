package com.yuge.payment.domain.outbox;

import com.yuge.payment.domain.shared.PayNo;
import java.util.List;

/** Looks at the outbox that cost little, however much waits. */
public interface OutboxReports {
  /** Counts to {@code limit} at most. */
  OutboxState state(int limit);

  /** Blocked pay orders in the order of their keys, those after a key; empty to begin with. */
  List<BlockedOrder> blocked(String after, int limit);

  /** What waits of a pay order, oldest first. */
  List<WaitingEvent> waiting(PayNo payNo, int limit);
}
