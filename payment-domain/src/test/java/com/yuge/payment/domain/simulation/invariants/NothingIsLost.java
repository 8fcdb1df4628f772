package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.simulation.actors.Broker;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An event is on the to-do list until the broker has it. */
final class NothingIsLost implements Invariant {
  private final Committed committed;
  private final Broker broker;
  private final Set<Long> kept = new HashSet<>();
  private int arrivals;

  NothingIsLost(Committed committed, Broker broker) {
    this.committed = committed;
    this.broker = broker;
  }

  @Override
  public void afterChange() {
    for (; arrivals < broker.arrivals(); arrivals++) {
      kept.add(broker.arrived().get(arrivals).rowId());
    }
    for (Map.Entry<Long, DomainEvent> row : committed.events().entrySet()) {
      if (!kept.contains(row.getKey()) && !committed.pending().contains(row.getKey())) {
        throw new Violation(this, row.getValue().eventId() + " neither waits nor arrived");
      }
    }
  }
}
