package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** The event is kept in a transaction of its own, after that of the change. */
public final class EventAfterCommit extends Wiring {
  @Override
  public Outbox outbox(Outbox real, Transactions transactions) {
    return event -> transactions.afterCommit(() -> transactions.run(() -> real.append(event)));
  }
}
