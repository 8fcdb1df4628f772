package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.outbox.relay.Heads;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.util.Comparator;

/** A batch holds the newest of what waits, newest first. */
public final class NewestFirst extends Wiring {
  private static final Comparator<PendingEvent> NEWEST =
      Comparator.comparingLong(PendingEvent::rowId).reversed();

  @Override
  public PendingEvents pending(InMemoryStore store, Transactions transactions) {
    PendingEvents real = super.pending(store, transactions);
    return new OtherPendingEvents(
        (ranges, limit) -> {
          Heads all = real.read(ranges, Integer.MAX_VALUE);
          return new Heads(
              all.events().stream().sorted(NEWEST).limit(limit).toList(),
              all.newest(),
              all.blocked());
        },
        real::ack);
  }
}
