package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.order.Outbox;
import com.yuge.payment.domain.order.PayOrderEvent;

/** {@link Outbox} in memory; nobody drains it. */
public final class InMemoryOutbox implements Outbox {
  private final InMemoryStore store;

  public InMemoryOutbox(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public void append(PayOrderEvent event) {
    OpenTransaction unused = store.required();
    long row = store.nextId();
    if (!store.eventIds.insert(event.eventId(), row)) {
      throw new IllegalStateException("event id taken: " + event.eventId());
    }
    if (!store.events.insert(row, event)) {
      throw new IllegalStateException("row taken: " + row);
    }
  }
}
