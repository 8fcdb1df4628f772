package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.InMemoryBlockedKeys;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.outbox.relay.BlockedKeys;
import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.kernel.Host;
import java.time.Clock;
import java.time.Duration;

/** Relays alone, without the rest of the service. They renew their leases while nothing waits. */
public record Relays(
    Surroundings surroundings,
    InMemoryStore store,
    EventSender broker,
    Wiring wiring,
    Clock storeClock) {

  public RelayTasks begin(Host host) {
    Steps steps = new Steps(surroundings);
    Transactions transactions = new SteppedTransactions(surroundings, store);
    RelayTasks relay =
        new RelayTasks(
            surroundings,
            host,
            steps.overStore(PartitionLeases.class, wiring.leases(store, transactions, storeClock)),
            steps.overStore(PendingEvents.class, wiring.pending(store, transactions)),
            steps.overStore(BlockedKeys.class, new InMemoryBlockedKeys(store, transactions)),
            steps.over(EventSender.class, broker),
            wiring,
            () -> false);
    relay.runAfter(Duration.ZERO);
    return relay;
  }
}
