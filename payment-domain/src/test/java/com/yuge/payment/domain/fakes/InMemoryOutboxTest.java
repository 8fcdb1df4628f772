package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.contracts.OutboxContract;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.util.List;

class InMemoryOutboxTest extends OutboxContract {
  private final InMemoryStore store = new InMemoryStore();
  private final Outbox outbox = new InMemoryOutbox(store);

  @Override
  protected Outbox outbox() {
    return outbox;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }

  @Override
  protected List<String> eventIdsOf(PayNo payNo) {
    return store.events().stream()
        .filter(event -> event.aggregateKey().value().equals(payNo.value()))
        .map(event -> event.eventId().value())
        .toList();
  }
}
