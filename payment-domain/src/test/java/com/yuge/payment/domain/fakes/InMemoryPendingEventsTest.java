package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.PendingEventsContract;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;

class InMemoryPendingEventsTest extends PendingEventsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final PendingEvents pending = new InMemoryPendingEvents(store, store);
  private final PartitionLeases leases =
      new InMemoryPartitionLeases(store, store, Clock.systemUTC());
  private final Outbox outbox = new InMemoryOutbox(store);

  @Override
  protected PendingEvents pending() {
    return pending;
  }

  @Override
  protected PartitionLeases leases() {
    return leases;
  }

  @Override
  protected Outbox outbox() {
    return outbox;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }
}
