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
    store.requireTransaction();
    boolean added =
        store.statement(
            rows ->
                rows.events().stream().noneMatch(e -> e.eventId().equals(event.eventId()))
                    && rows.events().add(event));
    if (!added) {
      throw new IllegalStateException("event id taken: " + event.eventId());
    }
  }
}
