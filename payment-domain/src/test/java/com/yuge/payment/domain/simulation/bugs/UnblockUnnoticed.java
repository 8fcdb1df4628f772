package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.outbox.relay.Heads;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** The low-water marks stay where they are when an order is unblocked. */
public final class UnblockUnnoticed extends Wiring {
  @Override
  public PendingEvents pending(InMemoryStore store, Transactions transactions) {
    PendingEvents real = super.pending(store, transactions);
    return new OtherPendingEvents(
        (ranges, limit) -> {
          Heads read = real.read(ranges, limit);
          return new Heads(read.events(), read.newest(), "always the same");
        },
        real::ack);
  }
}
