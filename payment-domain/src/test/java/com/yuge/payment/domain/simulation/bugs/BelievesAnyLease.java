package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.fakes.InMemoryPartitionLeases;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.simulation.actors.Wiring;
import java.time.Clock;

/** A lease is believed however far ahead it ends. */
public final class BelievesAnyLease extends Wiring {
  private static final int WHATEVER = 1_000_000;

  @Override
  public PartitionLeases leases(InMemoryStore store, Transactions transactions, Clock clock) {
    return new InMemoryPartitionLeases(store, transactions, clock, WHATEVER);
  }
}
