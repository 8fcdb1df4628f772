package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.simulation.actors.Broker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the broker first hears of an order is what happened, in its order. */
final class FirstDeliveriesInOrder implements Invariant {
  private final Committed committed;
  private final Broker broker;
  private final Map<String, List<String>> first = new HashMap<>();
  private int seen;

  FirstDeliveriesInOrder(Committed committed, Broker broker) {
    this.committed = committed;
    this.broker = broker;
  }

  @Override
  public void afterChange() {
    for (; seen < broker.arrivals(); seen++) {
      arrived(broker.arrived().get(seen));
    }
  }

  private void arrived(PendingEvent event) {
    List<String> heard = first.computeIfAbsent(event.key(), payNo -> new ArrayList<>());
    if (!heard.contains(event.eventId())) {
      heard.add(event.eventId());
      List<String> happened = happened(event.key());
      if (happened.size() < heard.size() || !happened.subList(0, heard.size()).equals(heard)) {
        throw new Violation(this, "happened: " + happened + ", heard: " + heard);
      }
    }
  }

  private List<String> happened(String payNo) {
    return committed.events().values().stream()
        .filter(event -> event.aggregateKey().value().equals(payNo))
        .map(DomainEvent::eventId)
        .map(Object::toString)
        .toList();
  }
}
