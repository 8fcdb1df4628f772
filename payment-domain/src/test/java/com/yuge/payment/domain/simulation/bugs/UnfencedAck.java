package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryPendingEvents;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** Whoever sent a batch acks it, whoever owns the partition by now. */
public final class UnfencedAck extends Wiring {
  @Override
  public PendingEvents pending(InMemoryStore store, Transactions transactions) {
    return new OtherPendingEvents(
        super.pending(store, transactions)::read,
        (owner, published) -> {
          transactions.run(
              () -> published.values().forEach(rows -> InMemoryPendingEvents.remove(store, rows)));
          return published.keySet();
        });
  }
}
